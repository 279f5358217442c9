import { Link, useRouter, useSearch } from "@tanstack/react-router";
import { EmptyState } from "../../components/empty-state.tsx";
import { PlainPage } from "../shell/plain-page.tsx";
import { forgetMe, useMe } from "./me.ts";
import { SignUpForm } from "./sign-up-form.tsx";

export function SignUpPage() {
  const { next } = useSearch({ from: "/sign-up" });
  const { registration } = useMe();
  const router = useRouter();
  const done = () => {
    forgetMe();
    router.history.push(next ?? "/");
  };
  return (
    <PlainPage title="Create an account">
      <h1>Create an account</h1>
      {registration === "open" ? (
        <>
          <p className="plainpage-lead">Then open a desk of your own, or join one by its invitation.</p>
          <SignUpForm invitation={null} onDone={done} />
        </>
      ) : (
        <EmptyState refused title="Registration is closed here">
          Accounts are made by invitation. Ask a colleague at the desk for a link; it leads to a form like this one.
        </EmptyState>
      )}
      <p className="account-foot">
        Have an account?{" "}
        <Link to="/sign-in" search={next === undefined ? {} : { next }} className="link">
          Sign in
        </Link>
      </p>
    </PlainPage>
  );
}
