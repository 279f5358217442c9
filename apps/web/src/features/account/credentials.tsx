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
}

export function PasswordField({ value, onChange, error = null, fresh = false }: PasswordFieldProps) {
  return (
    <Field label="Password" error={error} {...(fresh ? { hint: `At least ${PASSWORD_MIN} characters.` } : {})}>
      {(ids) => (
        <Input
          {...ids}
          name="password"
          type="password"
          autoComplete={fresh ? "new-password" : "current-password"}
          required
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
