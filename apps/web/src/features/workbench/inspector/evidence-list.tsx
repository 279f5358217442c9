import { EVIDENCE_ROLES, isLostState, isUnsettledState } from "@assay/domain";
import type { Evidence, EvidenceRole, TagView } from "@assay/domain";
import { Link2, MoveHorizontal, X } from "lucide-react";
import { IconButton } from "../../../components/button.tsx";
import { useCase, useSourceText } from "../../case/use-case.ts";
import { ANCHOR_HINTS, ANCHOR_WORDS } from "../../revision/anchor-words.ts";
import { readRevision } from "../../revision/read-revision.ts";
import { paragraphOf } from "../model/paragraph.ts";
import { formatSpan } from "../model/place.ts";
import { keepWords, removePassage, setRole } from "../model/tag-edits.ts";
import { startEdges } from "../panes/edge-actions.ts";
import { useBenchParts } from "../state/bench-context.tsx";
import { usePending } from "../state/use-pending.ts";
import { cellName } from "../state/tag-writes.ts";

interface EvidenceListProps {
  tag: TagView;
  editable: boolean;
  /** On a phone the sheet goes away when a passage is looked at. */
  onLeave: () => void;
}

export function EvidenceList({ tag, editable, onLeave }: EvidenceListProps) {
  const bench = useBenchParts();
  const { nav, tags, latest, actions } = bench;
  const { claimById, sourceById } = useCase();
  const text = useSourceText(tag.sourceId);
  if (tag.evidence.length === 0) return null;
  const blocks = text.data?.blocks ?? [];
  const name = cellName(latest(), tag);
  const source = sourceById(tag.sourceId);
  const show = (passage: Evidence) => {
    if (passage.stoodIn !== undefined && source !== undefined) readRevision(bench, source, passage.stoodIn, passage);
    else nav.showPassage(tag.sourceId, { start: passage.start, end: passage.end });
    onLeave();
  };
  const link = (passage: Evidence) => {
    const place = { claim: claimById(tag.claimId)?.number, source: sourceById(tag.sourceId)?.number };
    actions.copyLink({ ...place, at: formatSpan(passage) }, "this passage");
  };
  const turn = (passage: Evidence, role: EvidenceRole) =>
    tags.edit(tag, `Role of a passage of ${name}`, (content) => content && setRole(content, passage, role));
  const place = (passage: Evidence) =>
    bench.store.setState({ dialog: { kind: "place", tagId: tag.id, passageId: passage.id } });
  const keep = (passage: Evidence) =>
    void tags.edit(tag, `Keep the words of a passage of ${name}`, (content) => content && keepWords(content, passage));
  const moveEdges = (passage: Evidence) => {
    onLeave();
    startEdges(bench, tag.authorId, { tag, passage });
  };
  const remove = (passage: Evidence) =>
    void tags.edit(tag, `Remove a passage of ${name}`, (content) => content && removePassage(content, passage));
  return (
    <ul className="insp-evidence">
      {tag.evidence.map((passage) => {
        const paragraph = paragraphOf(blocks, passage.start);
        const lost = isLostState(passage.state);
        const stood = source?.revisions.find(({ id }) => id === passage.stoodIn);
        return (
          <li key={`${lost ? "lost " : ""}${passage.start}-${passage.end}`}>
            <button
              type="button"
              className={`insp-ev ${tag.stance}`}
              title={stood === undefined ? "Show it in the source" : `Show it in revision ${stood.number}`}
              onClick={() => show(passage)}
            >
              {passage.exact}
            </button>
            <p className="insp-evline">
              {editable ? (
                <RoleSelect role={passage.role} onTurn={(role) => turn(passage, role)} />
              ) : (
                <span>{passage.role}</span>
              )}
              {lost ? (
                <span>{stood === undefined ? "" : `stood in r${stood.number}`}</span>
              ) : (
                <span>
                  {paragraph === null ? "" : `¶${paragraph}, `}
                  {passage.start}–{passage.end}
                </span>
              )}
              <span className={isUnsettledState(passage.state) ? "lost" : undefined} title={ANCHOR_HINTS[passage.state]}>
                {ANCHOR_WORDS[passage.state]}
              </span>
              {editable && lost ? (
                <button type="button" className="bench-link" onClick={() => place(passage)}>
                  Place by hand
                </button>
              ) : null}
              {editable && passage.state === "fuzzy" ? (
                <button type="button" className="bench-link" onClick={() => keep(passage)}>
                  Keep these words
                </button>
              ) : null}
              <IconButton small label="Copy link to this passage" onClick={() => link(passage)}>
                <Link2 className="icon" aria-hidden />
              </IconButton>
              {editable && !lost ? (
                <IconButton small label="Move the edges of this passage" kbd="b" onClick={() => moveEdges(passage)}>
                  <MoveHorizontal className="icon" aria-hidden />
                </IconButton>
              ) : null}
              {editable ? (
                <IconButton small label="Remove this passage" onClick={() => remove(passage)}>
                  <X className="icon" aria-hidden />
                </IconButton>
              ) : null}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

interface RoleSelectProps {
  role: EvidenceRole;
  onTurn: (role: EvidenceRole) => Promise<unknown>;
}

function RoleSelect({ role, onTurn }: RoleSelectProps) {
  const [shown, press] = usePending(role);
  return (
    <select
      aria-label="Role of this passage"
      value={shown}
      onChange={(event) => {
        const next = EVIDENCE_ROLES.find((one) => one === event.target.value);
        if (next !== undefined) press(next, onTurn(next));
      }}
    >
      {EVIDENCE_ROLES.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </select>
  );
}
