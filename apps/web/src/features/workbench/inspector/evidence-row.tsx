import { isLostState, isUnsettledState } from "@assay/domain";
import type { Block, Evidence, EvidenceRole, Stance } from "@assay/domain";
import { Link2, MoveHorizontal, X } from "lucide-react";
import { memo, useState } from "react";
import type { FocusEvent, RefObject } from "react";
import { IconButton } from "../../../components/button.tsx";
import { ANCHOR_HINTS, ANCHOR_WORDS } from "../../revision/anchor-words.ts";
import { paragraphOf } from "../model/paragraph.ts";
import { RoleSelect } from "./role-select.tsx";

export interface PassageActs {
  show: (passage: Evidence) => void;
  link: (passage: Evidence) => void;
  turn: (passage: Evidence, role: EvidenceRole) => Promise<unknown>;
  place: (passage: Evidence) => void;
  keep: (passage: Evidence) => void;
  moveEdges: (passage: Evidence) => void;
  remove: (passage: Evidence) => void;
}

interface EvidenceRowProps {
  passage: Evidence;
  stance: Stance;
  editable: boolean;
  /** One of many: what can be done with it is there while the pointer or the focus is on it. */
  quiet: boolean;
  /** Of the text it is in. */
  blocks: readonly Block[];
  /** The number of the older revision in which a lost passage stands. */
  stoodIn: number | null;
  /** Those of the newest drawing of the list. */
  acts: RefObject<PassageActs | null>;
}

/** One passage of a tag. Every version of a tag makes its passages anew, so it is what they say that is compared. */
export const EvidenceRow = memo(
  function EvidenceRow({ passage, stance, editable, quiet, blocks, stoodIn, acts }: EvidenceRowProps) {
    const [hovered, setHovered] = useState(false);
    const [focused, setFocused] = useState(false);
    const acting = !quiet || hovered || focused;
    const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => setFocused(currentTarget.contains(relatedTarget));
    const lost = isLostState(passage.state);
    const paragraph = paragraphOf(blocks, passage.start);
    return (
      <li
        {...(quiet
          ? {
              onPointerEnter: () => setHovered(true),
              onPointerLeave: () => setHovered(false),
              onFocus: () => setFocused(true),
              onBlur,
            }
          : {})}
      >
        <button
          type="button"
          className={`insp-ev ${stance}`}
          title={stoodIn === null ? "Show it in the source" : `Show it in revision ${stoodIn}`}
          onClick={() => acts.current?.show(passage)}
        >
          {passage.exact}
        </button>
        <p className="insp-evline">
          {editable && acting ? (
            <RoleSelect
              role={passage.role}
              onTurn={(role) => acts.current?.turn(passage, role) ?? Promise.resolve()}
            />
          ) : (
            <span>{passage.role}</span>
          )}
          {lost ? (
            <span>{stoodIn === null ? "" : `stood in r${stoodIn}`}</span>
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
            <button type="button" className="bench-link" onClick={() => acts.current?.place(passage)}>
              Place by hand
            </button>
          ) : null}
          {editable && passage.state === "fuzzy" ? (
            <button type="button" className="bench-link" onClick={() => acts.current?.keep(passage)}>
              Keep these words
            </button>
          ) : null}
          {acting ? <Acts passage={passage} editable={editable} lost={lost} acts={acts} /> : null}
        </p>
      </li>
    );
  },
  ({ passage: before, ...was }, { passage: after, ...now }) =>
    was.stance === now.stance &&
    was.editable === now.editable &&
    was.quiet === now.quiet &&
    was.blocks === now.blocks &&
    was.stoodIn === now.stoodIn &&
    before.start === after.start &&
    before.end === after.end &&
    before.exact === after.exact &&
    before.role === after.role &&
    before.state === after.state &&
    // A lost passage is placed by its id.
    (before.id === after.id || !isLostState(after.state)),
);

function Acts({ passage, editable, lost, acts }: Pick<EvidenceRowProps, "passage" | "editable" | "acts"> & { lost: boolean }) {
  return (
    <>
      <IconButton small label="Copy link to this passage" onClick={() => acts.current?.link(passage)}>
        <Link2 className="icon" aria-hidden />
      </IconButton>
      {editable && !lost ? (
        <IconButton small label="Move the edges of this passage" kbd="b" onClick={() => acts.current?.moveEdges(passage)}>
          <MoveHorizontal className="icon" aria-hidden />
        </IconButton>
      ) : null}
      {editable ? (
        <IconButton small label="Remove this passage" onClick={() => acts.current?.remove(passage)}>
          <X className="icon" aria-hidden />
        </IconButton>
      ) : null}
    </>
  );
}
