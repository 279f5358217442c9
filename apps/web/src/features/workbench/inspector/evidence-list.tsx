import { EVIDENCE_ROLES } from "@assay/domain";
import type { Evidence, EvidenceRole, TagView } from "@assay/domain";
import { Link2, MoveHorizontal, X } from "lucide-react";
import { IconButton } from "../../../components/button.tsx";
import { useCase, useSourceText } from "../../case/use-case.ts";
import { paragraphOf } from "../model/paragraph.ts";
import { formatSpan } from "../model/place.ts";
import { removePassage, setRole } from "../model/tag-edits.ts";
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
  const show = (passage: Evidence) => {
    nav.showPassage(tag.sourceId, { start: passage.start, end: passage.end });
    onLeave();
  };
  const link = (passage: Evidence) => {
    const place = { claim: claimById(tag.claimId)?.number, source: sourceById(tag.sourceId)?.number };
    actions.copyLink({ ...place, at: formatSpan(passage) }, "this passage");
  };
  const turn = (passage: Evidence, role: EvidenceRole) =>
    tags.edit(tag, `Role of a passage of ${name}`, (content) => content && setRole(content, passage, role));
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
        const lost = passage.state === "orphaned" || passage.state === "ambiguous";
        return (
          <li key={`${passage.start}-${passage.end}`}>
            <button
              type="button"
              className={`insp-ev ${tag.stance}`}
              title="Show it in the source"
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
              <span>
                {paragraph === null ? "" : `¶${paragraph}, `}
                {passage.start}–{passage.end}
              </span>
              <span className={lost ? "lost" : undefined}>{passage.state}</span>
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
