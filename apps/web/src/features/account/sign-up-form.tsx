import { useState } from "react";
import { AccountForm } from "./account-form.tsx";
import type { AccountErrors } from "./account-checks.ts";
import { checkSignUp } from "./account-checks.ts";
import { focusInvalid } from "../../components/field.tsx";
import { signUp } from "./auth.ts";
import { EmailField, NameField, PasswordField } from "./credentials.tsx";

interface SignUpFormProps {
  /** The token of an invitation, which opens a closed registration. */
  invitation: string | null;
  onDone: () => void;
}

export function SignUpForm({ invitation, onDone }: SignUpFormProps) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState<AccountErrors>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    const found = checkSignUp(name, email, password);
    setErrors(found);
    setProblem(null);
    if (Object.keys(found).length > 0) return focusInvalid();
    setBusy(true);
    const outcome = await signUp({ name: name.trim(), email: email.trim(), password }, invitation);
    setBusy(false);
    if (outcome.ok) onDone();
    else setProblem(outcome.message);
  };
  return (
    <AccountForm problem={problem} busy={busy} submit="Create the account" onSubmit={() => void submit()}>
      <NameField autoFocus value={name} onChange={setName} error={errors.name ?? null} />
      <EmailField value={email} onChange={setEmail} error={errors.email ?? null} />
      <PasswordField value={password} onChange={setPassword} error={errors.password ?? null} fresh />
    </AccountForm>
  );
}
