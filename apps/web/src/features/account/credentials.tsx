import { Field, Input } from "../../components/field.tsx";
import { PASSWORD_MIN } from "./account-checks.ts";

interface TextProps {
  value: string;
  onChange: (value: string) => void;
  /** The first field of a page that is nothing but its form. */
  autoFocus?: boolean;
}

export function NameField({ value, onChange, autoFocus = false, error = null }: TextProps & { error?: string | null }) {
  return (
    <Field label="Name" error={error} hint="Shown beside everything you tag and review.">
      {(ids) => (
        <Input
          {...ids}
          name="name"
          autoComplete="name"
          autoFocus={autoFocus}
          required
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function EmailField({ value, onChange, autoFocus = false, error = null }: TextProps & { error?: string | null }) {
  return (
    <Field label="E-mail address" error={error}>
      {(ids) => (
        <Input
          {...ids}
          name="email"
          type="email"
          autoComplete="username"
          autoFocus={autoFocus}
          required
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface PasswordFieldProps extends TextProps {
  error?: string | null;
  /** A password that is being chosen, not remembered. */
  fresh?: boolean;
  label?: string;
  /** To be read by whoever types it. */
  isShown?: boolean;
}

export function PasswordField(props: PasswordFieldProps) {
  const { value, onChange, autoFocus = false, error = null, fresh = false, label = "Password", isShown = false } = props;
  return (
    <Field label={label} error={error} {...(fresh ? { hint: `At least ${PASSWORD_MIN} characters.` } : {})}>
      {(ids) => (
        <Input
          {...ids}
          name="password"
          type={isShown ? "text" : "password"}
          autoComplete={fresh ? "new-password" : "current-password"}
          spellCheck={false}
          autoCapitalize="none"
          autoFocus={autoFocus}
          required
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
