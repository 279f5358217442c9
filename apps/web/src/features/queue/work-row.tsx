import type { QueueEntry } from "@assay/domain";
import { stateWord } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { MessageSquare } from "lucide-react";
import { memo } from "react";
import { Button } from "../../components/button.tsx";
import { Glyph } from "../../components/glyph.tsx";
import { StanceGlyph } from "../../components/stance.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { dueWords, placeOfWork, WHY_LABELS, WORK_OF } from "./work-words.ts";

interface WorkRowProps {
  entry: QueueEntry;
  me: string;
  /** Left out: the row is only a way to the work. */
  onTake?: (entry: QueueEntry) => void;
}

/** One piece of work: why it is mine, the claim, where, whose, until when. */
export const WorkRow = memo(function WorkRow({ entry, me, onTake }: WorkRowProps) {
  const { claim, source, why, authorName, authorId, since } = entry;
  const due = dueWords(entry, new Date());
  return (
    <li className="work-row" data-id={entry.id}>
      <span className="work-mark">
        <Mark entry={entry} />
      </span>
      <span className="work-number">{claim === null ? "" : `C${claim.number}`}</span>
      <Link {...placeOfWork(entry)} className="work-link">
        {claim === null ? `A thread on ${source?.name ?? "the case"}` : claim.text}
      </Link>
      <span className="work-meta">
        <span className={AMBER.has(why) ? "work-why work-amber" : "work-why"}>{WHY_LABELS[why]}</span>
        {entry.reason === "" ? null : <span className="work-reason">{entry.reason}</span>}
        {entry.stance === null || entry.kind === "to_tag" ? null : (
          <span>
            <StanceGlyph stance={entry.stance} /> {entry.stance}
          </span>
        )}
        {source === null ? null : <span className="work-source">{source.name}</span>}
        {authorId === null || authorId === me || authorName === null ? null : <span>{authorName}</span>}
        <span className="work-case">{entry.caseTitle}</span>
        {entry.kind === "to_review" && entry.opened ? <span>opened</span> : null}
      </span>
      <span className="work-due">
        {due === null ? since === "" ? null : <TimeAgo iso={since} /> : <span className={due.late ? "work-amber" : ""}>{due.text}</span>}
      </span>
      {onTake === undefined ? null : (
        <span className="work-take">
          {WORK_OF[entry.kind] === null || entry.claimId === null || entry.sourceId === null ? null : (
            <Button className="btn-small" variant="quiet" onClick={() => onTake(entry)}>
              {entry.assignmentId !== null ? "Give back" : entry.assigneeIds.length > 0 ? "Take too" : "Take"}
              <span className="vh">
                {" "}
                {claim === null ? "" : `C${claim.number}`}, {source?.name}
              </span>
            </Button>
          )}
        </span>
      )}
    </li>
  );
});

const AMBER: ReadonlySet<QueueEntry["why"]> = new Set(["changes_requested", "overturned", "stale", "contested"]);

function Mark({ entry: { kind, state } }: { entry: QueueEntry }) {
  if (kind === "mentions") return <MessageSquare className="icon" aria-hidden />;
  if (kind === "contested") return <Glyph name="challenged" title="contested" className="work-amber" />;
  if (state === null) return <Glyph name="draft" title={stateWord("empty")} />;
  return <StateMark state={state} bare />;
}
