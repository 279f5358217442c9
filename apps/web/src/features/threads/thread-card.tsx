import type { ThreadView } from "@assay/domain";
import { Check, RotateCcw } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Input } from "../../components/field.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { useKeptText } from "../../components/use-kept-text.ts";
import { UnsavedWords } from "../../components/unsaved-words.tsx";
import { useCase } from "../case/use-case.ts";
import { Comment } from "./comment.tsx";
import { Composer } from "./composer.tsx";
import { useCommentDraft } from "./use-comment-draft.ts";
import type { ThreadMove as Move } from "./unsent-words.ts";
import { reasonKey } from "./unsent-words.ts";
import { useThreadWrites } from "./use-thread-writes.ts";

const REASONS: Record<Move, string> = { resolve: "How it was settled", reopen: "Why it is open again" };

interface ThreadCardProps {
  thread: ThreadView;
  warning: string | null;
}

/** One conversation: what it is about, what was said, and how it was settled. */
export function ThreadCard({ thread, warning }: ThreadCardProps) {
  const { can, personById } = useCase();
  const writes = useThreadWrites();
  const { draft, write, drop } = useCommentDraft(thread.id);
  const { resolved } = thread;
  // What a form was opened for: it never turns into the other one while somebody writes in it.
  const [moving, setMoving] = useState<Move | null>(null);
  // On its way to the desk, and shown as done by now.
  const [sent, setSent] = useState<Move | null>(null);
  const done = (one: Move) => setMoving((now) => (now === one ? null : now));
  const [move, past]: [Move, Move] = resolved === null ? ["resolve", "reopen"] : ["reopen", "resolve"];
  const reply = async () => {
    const outcome = await writes.comment(thread.id, draft);
    if (outcome.ok) drop();
    return outcome.ok;
  };
  return (
    <article className={resolved === null ? "thread" : "thread thread-resolved"} aria-label="Thread">
      {thread.passage === null ? null : <blockquote className="thread-passage">{thread.passage.exact}</blockquote>}
      <ol className="thread-comments">
        {thread.comments.map((comment) => (
          <Comment key={comment.id} comment={comment} shut={resolved !== null} />
        ))}
      </ol>
      {resolved === null ? null : (
        <p className="thread-settled">
          <Check className="icon" aria-hidden />
          <span>
            {personById(resolved.by)?.name ?? "Somebody who left"} resolved this: {resolved.reason}{" "}
            <span className="micro">
              <TimeAgo iso={resolved.at} />
            </span>
          </span>
        </p>
      )}
      {sent === past ? null : <LeftReason key={past} threadId={thread.id} move={past} onDone={() => done(past)} />}
      {!can("discuss") ? (
        draft.text === "" ? null : <UnsavedWords label="Your reply" text={draft.text} />
      ) : moving === move ? (
        <MoveThread key={move} thread={thread} move={move} onSent={setSent} onDone={() => done(move)} />
      ) : resolved !== null ? (
        <>
          {draft.text === "" ? null : (
            <UnsavedWords label="Your reply" text={draft.text} hint="The thread was resolved meanwhile. Reopen it to send this." />
          )}
          <Button variant="quiet" icon={<RotateCcw className="icon" aria-hidden />} onClick={() => setMoving("reopen")}>
            Reopen
          </Button>
        </>
      ) : (
        <div className="thread-reply">
          <Composer
            label="Reply in this thread"
            placeholder="Reply, @ mentions"
            action="Reply"
            draft={draft}
            write={write}
            send={reply}
            warning={warning}
          />
          {draft.text.trim() === "" ? (
            <Button variant="quiet" icon={<Check className="icon" aria-hidden />} onClick={() => setMoving("resolve")}>
              Resolve
            </Button>
          ) : null}
        </div>
      )}
    </article>
  );
}

/** The reason somebody was writing when somebody else did the same first. */
function LeftReason({ threadId, move, onDone }: { threadId: string; move: Move; onDone: () => void }) {
  const [reason, write] = useKeptText(reasonKey(move, threadId));
  if (reason.trim() === "") return null;
  const hint = `Somebody else has ${move === "resolve" ? "resolved" : "reopened"} it meanwhile. Copy what you need of this.`;
  const discard = () => {
    write("");
    onDone();
  };
  return (
    <>
      <UnsavedWords label={REASONS[move]} text={reason} hint={hint} />
      <Button className="btn-small" variant="quiet" onClick={discard}>
        Discard it
      </Button>
    </>
  );
}

interface MoveThreadProps {
  thread: ThreadView;
  move: Move;
  /** Told of the move when it is sent, and of null once it is answered. */
  onSent: (move: Move | null) => void;
  onDone: () => void;
}

/** Resolve or reopen, with the reason that both need. */
function MoveThread({ thread, move: kind, onSent, onDone }: MoveThreadProps) {
  const writes = useThreadWrites();
  const resolve = kind === "resolve";
  // The version on the screen when the form was opened: what was said since has to be read first (E5).
  const [seen, setSeen] = useState(thread.version);
  const [reason, setReason, dropReason] = useKeptText(reasonKey(kind, thread.id));
  const [refusal, setRefusal] = useState<string | null>(null);
  const move = async () => {
    if (reason.trim() === "") {
      setRefusal("Say in a few words why.");
      return;
    }
    onSent(kind);
    const outcome = await (resolve
      ? writes.resolve(thread.id, seen, reason.trim())
      : writes.reopen(thread.id, reason.trim()));
    if (outcome.ok) dropReason();
    onSent(null);
    if (outcome.ok) {
      onDone();
      return;
    }
    setRefusal(outcome.refusal.message);
    const current = outcome.refusal.details.current as ThreadView | undefined;
    if (current !== undefined) setSeen(current.version);
  };
  return (
    <form
      className="thread-move"
      onSubmit={(event) => {
        event.preventDefault();
        void move();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onDone();
      }}
    >
      <Input
        autoFocus
        aria-label={REASONS[kind]}
        placeholder={REASONS[kind]}
        maxLength={2000}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
          setRefusal(null);
        }}
      />
      <Button type="submit">{resolve ? "Resolve" : "Reopen"}</Button>
      <Button variant="quiet" onClick={onDone}>
        Cancel
      </Button>
      <span role="alert" className="thread-refusal">
        {refusal}
      </span>
    </form>
  );
}
