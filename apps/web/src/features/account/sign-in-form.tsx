import { useState } from "react";
import { AccountForm } from "./account-form.tsx";
import type { AccountErrors } from "./account-checks.ts";
import { checkSignIn } from "./account-checks.ts";
import { focusInvalid } from "../../components/field.tsx";
import { signIn } from "./auth.ts";
import { EmailField, PasswordField } from "./credentials.tsx";

interface SignInFormProps {
  /** What a demo sign-in fills in. */
  initial?: { email: string; password: string };
  onDone: () => void;
}

export function SignInForm({ initial, onDone }: SignInFormProps) {
  const [email, setEmail] = useState(initial?.email ?? "");
  const [password, setPassword] = useState(initial?.password ?? "");
  const [errors, setErrors] = useState<AccountErrors>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    const found = checkSignIn(email, password);
    setErrors(found);
    setProblem(null);
    if (Object.keys(found).length > 0) return focusInvalid();
    setBusy(true);
    const outcome = await signIn(email.trim(), password);
    setBusy(false);
    if (outcome.ok) onDone();
    else setProblem(outcome.message);
  };
  return (
    <AccountForm problem={problem} busy={busy} submit="Sign in" onSubmit={() => void submit()}>
      <EmailField autoFocus value={email} onChange={setEmail} error={errors.email ?? null} />
      <PasswordField value={password} onChange={setPassword} error={errors.password ?? null} />
    </AccountForm>
  );
}
