import type { Blindness, CellView, ClaimView, SourceView } from "@assay/domain";
import { claimLabel, EMPTY_CELL, isBlindCell, sourceName } from "@assay/domain";
import { memo } from "react";
import { ClaimTypeIcon } from "../../components/claim-type-icon.tsx";
import { VerdictMark } from "../../components/verdict-mark.tsx";
import type { ClaimVerdict } from "../case/use-case.ts";
import { MatrixCell } from "./matrix-cell.tsx";
import { groupBoxes, heatOf } from "./model/source-groups.ts";

/** Beyond this many boxes the numbers say it better. */
const BOXES_MAX = 8;

interface MatrixRowProps {
  claim: ClaimView;
  cells: ReadonlyMap<string, CellView> | undefined;
  verdict: ClaimVerdict | undefined;
  sources: readonly SourceView[];
  groupCount: number;
  narrow: boolean;
  row: number;
  top: number;
  blindness: Blindness;
  /** Source id → who works on the cell. */
  assigned: ReadonlyMap<string, { names: string; marks: string }> | undefined;
  /** The cursor's column in this row, or -1. */
  cursorColumn: number;
}

export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { claim, cells, verdict, sources, groupCount, narrow, row, top, blindness, assigned, cursorColumn } = props;
  const label = claimLabel(claim);
  const heat = heatOf(verdict);
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={cursorColumn >= 0 ? "matrix-line matrix-row matrix-row-on" : "matrix-line matrix-row"}
      style={{ top }}
      data-row={row}
    >
      <div role="gridcell" aria-colindex={1} className="matrix-id">
        {label}
        <ClaimTypeIcon type={claim.type} />
      </div>
      <div role="rowheader" aria-colindex={2} className="matrix-claim" title={claim.text}>
        <span>{claim.text}</span>
      </div>
      {sources.map((source, column) => (
        <MatrixCell
          key={source.id}
          claimId={claim.id}
          sourceId={source.id}
          cell={cells?.get(source.id) ?? EMPTY_CELL}
          name={`${label}, ${sourceName(source)}`}
          heat={heat}
          narrow={narrow}
          blind={isBlindCell(blindness, { claimId: claim.id, sourceId: source.id })}
          assignees={assigned?.get(source.id)?.names ?? ""}
          initials={assigned?.get(source.id)?.marks ?? ""}
          column={column}
          cursor={column === cursorColumn}
        />
      ))}
      <div role="gridcell" aria-colindex={sources.length + 3} className="matrix-groups">
        {verdict === undefined ? null : <Boxes verdict={verdict} groupCount={groupCount} />}
      </div>
      <div role="gridcell" aria-colindex={sources.length + 4} className="matrix-verdict" title={verdict?.reason}>
        {verdict === undefined ? null : (
          <VerdictMark
            kind={verdict.override?.verdict ?? verdict.kind}
            open={verdict.pending}
            overridden={verdict.override !== null}
          />
        )}
      </div>
    </div>
  );
});

function Boxes({ verdict, groupCount }: { verdict: ClaimVerdict; groupCount: number }) {
  const { verifying, disputing, silent, label, words } = groupBoxes(verdict, groupCount);
  return (
    <span title={words}>
      {groupCount > BOXES_MAX ? null : (
        <span className="matrix-boxes" aria-hidden>
          {boxes(verifying, "matrix-box-for")}
          {boxes(disputing, "matrix-box-against")}
          {boxes(silent, "")}
        </span>
      )}
      <span className="micro" aria-hidden>
        {label}
      </span>
      <span className="vh">{words}</span>
    </span>
  );
}

function boxes(count: number, className: string) {
  return Array.from({ length: count }, (_, index) => <i key={`${className} ${index}`} className={className} />);
}
