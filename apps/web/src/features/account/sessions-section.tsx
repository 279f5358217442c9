import { useMutation, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import { FormError } from "../../components/field.tsx";
import { timeAgo } from "../../components/format-time.ts";
import { TimeAgo } from "../../components/time-ago.tsx";
import { notify } from "../../components/toast.tsx";
import { refusalOf } from "../../refusal.ts";
import { newId, trpc } from "../../trpc.ts";
import { agentWords } from "./agent-words.ts";
import { signOutElsewhere } from "./auth.ts";
import { refreshSessions } from "./me.ts";
import type { SignedIn } from "./me.ts";

/** Uses are written down once an hour: within the last one nobody knows better. */
const HOUR_MS = 3_600_000;

const isRecent = (iso: string) => Date.now() - Date.parse(iso) < HOUR_MS;

/** Every browser and command this person is signed in with, and the end of each or of all but this one. */
export function SessionsSection({ user }: { user: SignedIn }) {
  const { data: sessions = [], error, isSuccess } = useQuery(
    trpc.me.sessions.queryOptions(undefined, { refetchOnMount: "always" }),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const endOne = useMutation(trpc.me.endSession.mutationOptions());
  const endAll = useRef<HTMLButtonElement>(null);
  const others = sessions.filter(({ isThis }) => !isThis).length;
  const end = async () => {
    setBusy(true);
    setProblem(null);
    const outcome = await signOutElsewhere(user.id);
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.message);
    notify({ text: "You are signed out everywhere else." });
    return refreshSessions();
  };
  const endThat = async (sessionId: string, words: string) => {
    setProblem(null);
    try {
      await endOne.mutateAsync({ mutationId: newId(), sessionId });
      notify({ text: `${words} is signed out.` });
      // The button goes with its line.
      endAll.current?.focus();
    } catch (refused) {
      setProblem(refusalOf(refused).message);
    }
    return refreshSessions();
  };
  const idle = isSuccess && others === 0 ? "You are signed in nowhere else." : null;
  return (
    <section className="accountpage-section" aria-labelledby="account-sessions">
      <h2 id="account-sessions">Where you are signed in</h2>
      <ul className="accountpage-sessions" aria-label="Sign-ins">
        {sessions.map(({ id, userAgent, signedInAt, usedAt, isThis }) => (
          <li key={id}>
            <p title={userAgent}>
              {agentWords(userAgent)} {isThis ? <span className="meta">this one</span> : null}
            </p>
            <p className="meta">
              signed in <TimeAgo iso={signedInAt} />
              {isThis || isRecent(signedInAt) ? null : isRecent(usedAt) ? (
                ", used within the last hour"
              ) : (
                <>
                  , last used <TimeAgo iso={usedAt} />
                </>
              )}
            </p>
            {isThis ? null : (
              <Button
                variant="quiet"
                aria-label={`Sign out ${agentWords(userAgent)}, signed in ${timeAgo(signedInAt, new Date())}`}
                disabledReason={endOne.isPending ? "One moment." : null}
                onClick={() => void endThat(id, agentWords(userAgent))}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      <FormError>{problem ?? (error === null ? null : refusalOf(error).message)}</FormError>
      <Button ref={endAll} disabledReason={busy ? "One moment." : idle} onClick={() => void end()}>
        Sign out everywhere else
      </Button>
      <p className="meta">
        What was written there and has not reached the desk stays on that machine. It is sent when you sign in there again.
      </p>
    </section>
  );
}
