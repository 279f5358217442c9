import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Segmented } from "../../components/choice.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FormError } from "../../components/field.tsx";
import { api, newId, queryClient, trpc } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { PlainPage } from "../shell/plain-page.tsx";
import { fetchMe, forgetMe, useMe } from "./me.ts";
import { ROLE_SENTENCES } from "./role-words.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { SignUpForm } from "./sign-up-form.tsx";
import { signOut } from "./auth.ts";

const GONE = {
  expired: "This invitation has expired. Ask for a new link.",
  accepted: "This invitation has been used. If that was you, sign in and the desk is there.",
  revoked: "This invitation was withdrawn. Ask for a new link.",
} as const;

export function InvitePage() {
  const { token } = useParams({ from: "/invite/$token" });
  const { data, error } = useQuery(trpc.invitation.look.queryOptions({ token }));
  if (error !== null) {
    const unknown = refusalOf(error).code === "NOT_FOUND" || refusalOf(error).code === "INVALID";
    return (
      <Refused>
        {unknown
          ? "There is no such invitation. The link may have been cut short when it was copied."
          : refusalOf(error).message}
      </Refused>
    );
  }
  if (data === undefined) return null;
  if (data.state !== "open") return <Refused>{GONE[data.state]}</Refused>;
  return (
    <PlainPage title={`Join ${data.workspaceName}`}>
      <h1>Join {data.workspaceName}</h1>
      <p className="plainpage-lead">
        {data.invitedBy} invites you as {data.role}. {ROLE_SENTENCES[data.role]}
      </p>
      <Join token={token} />
    </PlainPage>
  );
}

function Join({ token }: { token: string }) {
  const { user } = useMe();
  const navigate = useNavigate();
  const [way, setWay] = useState<"new" | "known">("new");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // One id for all attempts: accepting twice joins once (E4).
  const [mutationId] = useState(newId);

  const accept = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { workspaceId } = await api.invitation.accept.mutate({ mutationId, token });
      forgetMe();
      await navigate({ to: "/w/$workspaceId", params: { workspaceId }, replace: true });
    } catch (error) {
      setProblem(refusalOf(error).message);
      // The account exists by now, whatever the invitation says.
      await queryClient.invalidateQueries({ queryKey: trpc.me.get.queryKey() });
    }
    setBusy(false);
  };
  if (user !== null) {
    return (
      <>
        <p className="account-invite">
          You are signed in as <b>{user.name}</b>, {user.email}.
        </p>
        <FormError>{problem}</FormError>
        <Button
          variant="primary"
          className="account-submit"
          disabledReason={busy ? "One moment." : null}
          onClick={() => void accept()}
        >
          Join the desk
        </Button>
        <p className="account-foot">
          <button
            type="button"
            className="link"
            onClick={() =>
              void signOut()
                .then(() => forgetMe())
                .then(fetchMe)
            }
          >
            Use another account
          </button>
        </p>
      </>
    );
  }
  return (
    <>
      <div className="account-choice">
        <Segmented
          label="Account"
          value={way}
          onChange={setWay}
          options={[
            { value: "new", label: "New account" },
            { value: "known", label: "I have one" },
          ]}
        />
      </div>
      <FormError>{problem}</FormError>
      {way === "new" ? (
        <SignUpForm invitation={token} onDone={() => void accept()} />
      ) : (
        <SignInForm onDone={() => void accept()} />
      )}
    </>
  );
}

function Refused({ children }: { children: string }) {
  return (
    <PlainPage title="Invitation">
      <h1 className="vh">Invitation</h1>
      <EmptyState
        refused
        title="This link opens no desk"
        action={
          <Link to="/" className="link">
            To the start page
          </Link>
        }
      >
        {children}
      </EmptyState>
    </PlainPage>
  );
}
