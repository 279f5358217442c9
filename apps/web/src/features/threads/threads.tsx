import "./threads.css";
import { memo, useMemo, useRef, useState } from "react";
import { useKeys } from "../../components/keys.ts";
import { UnsavedWords } from "../../components/unsaved-words.tsx";
import { useCase, useCaseOf } from "../case/use-case.ts";
import { blindWarning } from "./blind-warning.ts";
import { Composer } from "./composer.tsx";
import { newThreadKey, openCount, placeKey, subjectAt, threadsAt } from "./model/thread-place.ts";
import type { ThreadPlace } from "./model/thread-place.ts";
import { ThreadCard } from "./thread-card.tsx";
import { holdsUnsent } from "./unsent-words.ts";
import { unsentComment, useCommentDraft } from "./use-comment-draft.ts";
import { useThreadWrites } from "./use-thread-writes.ts";

interface ThreadsProps {
  place: ThreadPlace;
  title?: string;
  /** The key that goes to the field of a new thread, where the screen has one free. */
  startKey?: string;
}

/**
 * What was said about one place, and the field to say more: `<Threads place={{ kind: "claim", claimId }} />`. Resolved
 * threads fold away behind their number.
 */
export function Threads({ place, title = "Threads", startKey }: ThreadsProps) {
  const { caseId, view, can } = useCase();
  const [showResolved, setShowResolved] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const all = threadsAt(view, place);
  const open = openCount(all);
  const resolved = all.length - open;
  // The same object while it says the same: else the field would be drawn anew with every change around it.
  const said = JSON.stringify(place);
  const kept = useMemo(() => JSON.parse(said) as ThreadPlace, [said]);
  const mayStart = can("discuss") && subjectAt(place) !== null;
  useKeys("Threads", [
    {
      key: startKey ?? "",
      label: "New thread",
      when: startKey !== undefined && mayStart,
      run: () => field.current?.focus(),
    },
  ]);
  const unsent = can("discuss") ? "" : unsentComment(newThreadKey(caseId, place));
  if (all.length === 0 && !mayStart && unsent === "") return null;
  const warning = blindWarning(view, place);
  // One that a colleague resolves while something is being written in it stays, with the words.
  const shown = all.filter(({ id, resolved: settled }) => settled === null || showResolved || holdsUnsent(id));
  return (
    <section className="threads" aria-label={title}>
      {all.length === 0 ? null : (
        <h3 className="h threads-head">
          {title} {open > 0 ? <span className="threads-count">{open} open</span> : null}
          {resolved > 0 ? (
            <button
              type="button"
              className="comment-link"
              aria-expanded={showResolved}
              onClick={() => setShowResolved(!showResolved)}
            >
              {showResolved ? "Hide resolved" : `${resolved} resolved`}
            </button>
          ) : null}
        </h3>
      )}
      {shown.map((thread) => (
        <ThreadCard key={thread.id} thread={thread} warning={warning} />
      ))}
      {unsent === "" ? null : <UnsavedWords label={ABOUT[place.kind]} text={unsent} />}
      {mayStart ? <NewThread key={placeKey(place)} place={kept} warning={warning} field={field} /> : null}
    </section>
  );
}

interface NewThreadProps {
  place: ThreadPlace;
  /** Where it was begun, if elsewhere: what is typed is kept by that. */
  begun?: ThreadPlace;
  /** The place once it is known where a new revision has it. */
  arriving?: () => Promise<ThreadPlace>;
  warning: string | null;
  field?: React.RefObject<HTMLTextAreaElement | null>;
  autoFocus?: boolean;
  onSent?: () => void;
}

const ABOUT: Record<ThreadPlace["kind"], string> = {
  case: "New thread on the case",
  claim: "New thread on this claim",
  cell: "New thread on this tag",
  passage: "New thread on these words",
};

export const NewThread = memo(function NewThread(props: NewThreadProps) {
  const { place, begun = place, arriving, warning, field, autoFocus = false, onSent } = props;
  const caseId = useCaseOf((one) => one.caseId);
  const writes = useThreadWrites();
  const { draft, write, drop } = useCommentDraft(newThreadKey(caseId, begun));
  const send = async () => {
    const outcome = await writes.open((await arriving?.()) ?? place, draft);
    if (outcome.ok) {
      drop();
      onSent?.();
    }
    return outcome.ok;
  };
  return (
    <Composer
      label={ABOUT[place.kind]}
      placeholder={`${ABOUT[place.kind]}, @ mentions`}
      action="Start thread"
      draft={draft}
      write={write}
      send={send}
      warning={warning}
      autoFocus={autoFocus}
      {...(field === undefined ? {} : { field })}
    />
  );
});
