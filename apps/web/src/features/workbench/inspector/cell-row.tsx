import { isLostState, sourceName, stateWord } from "@assay/domain";
import type { ClaimView, SourceView } from "@assay/domain";
import { Kbd } from "../../../components/kbd.tsx";
import { Stance } from "../../../components/stance.tsx";
import { StateMark } from "../../../components/state-mark.tsx";
import { AssignedMarks } from "../../assign/assigned-marks.tsx";
import { useCaseOf } from "../../case/use-case.ts";
import { useBench, useBenchParts } from "../state/bench-context.tsx";
import { CellDetails } from "./cell-details.tsx";

interface CellRowProps {
  claim: ClaimView;
  source: SourceView;
  onLeave?: () => void;
}

/** One cell in two lines; the focused one unfolds below. */
export function CellRow({ claim, source, onLeave }: CellRowProps) {
  const { nav, panes } = useBenchParts();
  const open = useBench((state) => state.sourceId === source.id);
  const cell = useCaseOf(({ cellOf }) => cellOf(claim.id, source.id));
  const reviews = useCaseOf(({ view }) => view.reviews);
  const people = useCaseOf(({ view }) => view.people);
  const { leading } = cell;
  const reviewer = leading === null ? undefined : approverOf(reviews, leading.id, leading.version);
  const first = (id: string | undefined) => people.find((one) => one.id === id)?.name.split(" ")[0];
  const names = [first(leading?.authorId), first(reviewer)].filter((name) => name !== undefined).join(" → ");
  const detailsId = `cell-${claim.id}-${source.id}`;

  const press = () => {
    nav.focusSource(source.id);
    const passage = leading?.evidence.find(({ state }) => !isLostState(state));
    if (passage !== undefined) panes.reveal(source.id, passage, { flash: true });
  };

  return (
    <>
      <button
        type="button"
        className="insp-row"
        aria-expanded={open}
        {...(open ? { "aria-controls": detailsId } : {})}
        onClick={press}
      >
        <Kbd>{String(source.number)}</Kbd>
        <span className="insp-name">
          {sourceName(source)} <AssignedMarks claimId={claim.id} sourceId={source.id} />
        </span>
        {cell.stance === null ? (
          <span className="bench-meta">{stateWord(cell.state)}</span>
        ) : (
          <Stance stance={cell.stance} />
        )}
        {leading === null ? null : (
          <span className="insp-s2">
            {cell.state === "contested" && leading.state !== "challenged" ? (
              <span className="insp-contested">contested</span>
            ) : (
              <StateMark state={leading.state} />
            )}
            {cell.attributed ? <span>attributed</span> : null}
            {cell.tags.length > 1 ? <span>{cell.tags.length} tags</span> : null}
            <span>{names}</span>
          </span>
        )}
      </button>
      {open ? (
        <CellDetails
          key={detailsId}
          id={detailsId}
          claim={claim}
          source={source}
          {...(onLeave === undefined ? {} : { onLeave })}
        />
      ) : null}
    </>
  );
}

/** Who approved this very version (T5). */
function approverOf(
  reviews: readonly { tagId: string; tagVersion: number; decision: string; reviewerId: string }[],
  tagId: string,
  version: number,
): string | undefined {
  return reviews.findLast((one) => one.tagId === tagId && one.tagVersion === version && one.decision === "approve")
    ?.reviewerId;
}
