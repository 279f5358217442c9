import { useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/choice.tsx";
import { Field, FormError, Input, focusInvalid } from "../../components/field.tsx";
import { notify } from "../../components/toast.tsx";
import type { PasswordErrors } from "./account-checks.ts";
import { PASSWORD_MIN, checkPasswordChange } from "./account-checks.ts";
import { changePassword } from "./auth.ts";
import { refreshSessions } from "./me.ts";
import type { SignedIn } from "./me.ts";

/** The field that a refusal of the desk is about. */
const AT_FAULT: Record<string, keyof PasswordErrors> = {
  INVALID_PASSWORD: "current",
  PASSWORD_TOO_SHORT: "fresh",
  PASSWORD_TOO_LONG: "fresh",
  PASSWORD_SAME: "fresh",
};

export function PasswordForm({ user }: { user: SignedIn }) {
  const [current, setCurrent] = useState("");
  const [fresh, setFresh] = useState("");
  const [isShown, setIsShown] = useState(false);
  const [errors, setErrors] = useState<PasswordErrors>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const change = async (form: HTMLFormElement) => {
    const found = checkPasswordChange(current, fresh);
    setErrors(found);
    setProblem(null);
    if (Object.keys(found).length > 0) return focusInvalid(form);
    setBusy(true);
    const outcome = await changePassword(user.id, current, fresh);
    setBusy(false);
    if (outcome.ok) {
      setCurrent("");
      setFresh("");
      setIsShown(false);
      notify({ text: "Your password is changed. Everywhere else you are signed out." });
      return refreshSessions();
    }
    const field = AT_FAULT[outcome.code];
    if (field === undefined) return setProblem(outcome.message);
    // What cannot be read cannot be mended either.
    if (field === "current" && !isShown) setCurrent("");
    // On the screen before the focus goes there.
    flushSync(() => setErrors({ [field]: outcome.message }));
    focusInvalid(form);
  };
  const type = isShown ? "text" : "password";
  return (
    <form
      className="accountpage-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void change(event.currentTarget);
      }}
    >
      {/* Tells a password manager whose password it is about to replace. */}
      <input type="text" name="username" autoComplete="username" value={user.email} readOnly hidden />
      <Field label="Current password" error={errors.current ?? null}>
        {(ids) => (
          <Input
            {...ids}
            name="current-password"
            type={type}
            autoComplete="current-password"
            spellCheck={false}
            autoCapitalize="none"
            required
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        )}
      </Field>
      <Field label="New password" error={errors.fresh ?? null} hint={`At least ${PASSWORD_MIN} characters.`}>
        {(ids) => (
          <Input
            {...ids}
            name="new-password"
            type={type}
            autoComplete="new-password"
            spellCheck={false}
            autoCapitalize="none"
            required
            value={fresh}
            onChange={(event) => setFresh(event.target.value)}
          />
        )}
      </Field>
      <Checkbox checked={isShown} onChange={setIsShown}>
        Show what I type
      </Checkbox>
      <FormError>{problem}</FormError>
      <Button type="submit" variant="primary" disabledReason={busy ? "One moment." : null}>
        Change the password
      </Button>
    </form>
  );
}
