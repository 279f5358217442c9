import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { Checkbox } from "../../components/choice.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { focusInvalid } from "../../components/field.tsx";
import { clock, day } from "../../components/format-time.ts";
import { notify } from "../../components/toast.tsx";
import { refusalOf } from "../../refusal.ts";
import { trpc } from "../../trpc.ts";
import { PlainPage } from "../shell/plain-page.tsx";
import { AccountForm } from "./account-form.tsx";
import { checkNewPassword } from "./account-checks.ts";
import { setPassword, signIn } from "./auth.ts";
import { PasswordField } from "./credentials.tsx";
import { forgetMe, useMe } from "./me.ts";

/** Where a link for a new password leads. */
export function ResetPage() {
  const { token } = useParams({ from: "/reset/$token" });
  const { user } = useMe();
  const { data, error } = useQuery(trpc.reset.look.queryOptions({ token }));
  if (error !== null) return <Refused>{refusalOf(error).message}</Refused>;
  if (data === undefined) return null;
  const { name, email, madeBy, expiresAt } = data;
  const until = new Date(expiresAt);
  return (
    <PlainPage title="Choose a new password">
      <h1>Choose a new password</h1>
      <p className="plainpage-lead">
        For {name}, {email}. {madeBy === "" ? "Whoever runs the server" : madeBy} made this link. It works once, until{" "}
        {day(until, new Date())}, {clock(until)}.
      </p>
      {user === null || user.email === email ? null : (
        <p className="account-invite">
          In this browser <b>{user.name}</b> is signed in. Once the password is set, {name} is signed in instead.
        </p>
      )}
      <ResetForm token={token} email={email} />
    </PlainPage>
  );
}

function ResetForm({ token, email }: { token: string; email: string }) {
  const router = useRouter();
  const [fresh, setFresh] = useState("");
  const [isShown, setIsShown] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    const wrong = checkNewPassword(fresh);
    setError(wrong);
    setProblem(null);
    if (wrong !== null) return focusInvalid();
    setBusy(true);
    const outcome = await setPassword(token, fresh);
    if (!outcome.ok) {
      setBusy(false);
      return setProblem(outcome.message);
    }
    const entered = await signIn(email, fresh);
    setBusy(false);
    forgetMe();
    notify({
      text: entered.ok
        ? "Your password is set. Everywhere else you are signed out."
        : "Your password is set. Sign in with it.",
    });
    router.history.replace(entered.ok ? "/" : "/sign-in");
  };
  return (
    <AccountForm problem={problem} busy={busy} submit="Set the password and sign in" onSubmit={() => void submit()}>
      {/* Tells a password manager whose password it is about to replace. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField label="New password" value={fresh} onChange={setFresh} error={error} fresh autoFocus isShown={isShown} />
      <Checkbox checked={isShown} onChange={setIsShown}>
        Show what I type
      </Checkbox>
    </AccountForm>
  );
}

function Refused({ children }: { children: string }) {
  return (
    <PlainPage title="New password">
      <h1 className="vh">New password</h1>
      <EmptyState
        refused
        title="This link sets no password"
        action={
          <Link to="/sign-in" className="link">
            To the sign-in
          </Link>
        }
      >
        {children}
      </EmptyState>
    </PlainPage>
  );
}
