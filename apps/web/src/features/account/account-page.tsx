import "./account-page.css";
import { useState } from "react";
import { DeskShell } from "../home/desk-shell.tsx";
import { PlainPage } from "../shell/plain-page.tsx";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { lastWorkspace } from "./last-workspace.ts";
import type { SignedIn } from "./me.ts";
import { useMe } from "./me.ts";
import { NameForm } from "./name-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SessionsSection } from "./sessions-section.tsx";

/** Belongs to no desk. It is shown in the one that was looked at last, where the way back is. */
export function AccountPage() {
  const { user, workspaces } = useMe();
  // When the session ends the page stays as it is, with what was typed, until the same person is back or another one.
  const [shown, setShown] = useState(user);
  if (user !== null && user !== shown) setShown(user);
  const [workspaceId] = useState(() => lastWorkspace(workspaces));
  if (shown === null) return null;
  const sections = <Account key={shown.id} user={shown} />;
  return workspaceId === null ? (
    <PlainPage title="Your account">{sections}</PlainPage>
  ) : (
    <DeskShell workspaceId={workspaceId}>{sections}</DeskShell>
  );
}

function Account({ user }: { user: SignedIn }) {
  const { demo } = useMe();
  useDocumentTitle("Your account");
  const isDemo = demo?.accounts.some(({ email }) => email === user.email) ?? false;
  return (
    <div className="accountpage">
      <h1>Your account</h1>
      <section className="accountpage-section" aria-labelledby="account-person">
        <h2 id="account-person">You</h2>
        <dl className="accountpage-email">
          <dt>E-mail address</dt>
          <dd>{user.email}</dd>
        </dl>
        <NameForm user={user} />
      </section>
      <section className="accountpage-section" aria-labelledby="account-password">
        <h2 id="account-password">Password</h2>
        <p className="accountpage-lead">
          A new password signs you out everywhere else.
          {isDemo ? " The sign-in page of this demo goes on showing the old one." : ""}
        </p>
        <PasswordForm user={user} />
      </section>
      <SessionsSection user={user} />
    </div>
  );
}
