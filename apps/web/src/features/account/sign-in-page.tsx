import { Link, useRouter, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { PlainPage } from "../shell/plain-page.tsx";
import { forgetMe, useMe } from "./me.ts";
import { SignInForm } from "./sign-in-form.tsx";

export function SignInPage() {
  const { next } = useSearch({ from: "/sign-in" });
  const { demo, registration } = useMe();
  const router = useRouter();
  const [filled, setFilled] = useState<{ email: string; password: string } | null>(null);
  const done = () => {
    forgetMe();
    router.history.push(next ?? "/");
  };
  return (
    <PlainPage title="Sign in">
      <h1>Sign in</h1>
      <p className="plainpage-lead">Claim by claim: what does each source really say?</p>
      {demo === null ? null : (
        <section className="account-demo" aria-label="Demo accounts">
          <p>This is a demo desk. Look at it as one of its people:</p>
          <ul>
            {demo.accounts.map((account) => (
              <li key={account.email}>
                <span className="grow">
                  {account.name} <span className="meta">{account.role}</span>
                </span>
                <Button onClick={() => setFilled({ email: account.email, password: account.password })}>Fill in</Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <SignInForm key={filled?.email ?? ""} {...(filled === null ? {} : { initial: filled })} onDone={done} />
      <p className="account-foot">
        {registration === "open" ? (
          <>
            No account yet?{" "}
            <Link to="/sign-up" search={next === undefined ? {} : { next }} className="link">
              Create one
            </Link>
          </>
        ) : (
          "New accounts are made by invitation. Ask a colleague for a link."
        )}
      </p>
      <p className="account-foot">
        Forgotten your password? A lead or an owner of your desk makes you a link for a new one, on the page “People”.
      </p>
    </PlainPage>
  );
}
