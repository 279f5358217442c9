import type { CellView } from "@assay/domain";
import { EyeOff } from "lucide-react";
import { memo } from "react";
import { Glyph } from "../../components/glyph.tsx";
import { CellNews } from "../live/claim-marks.tsx";
import { cellLook, cellWords } from "./model/cell-look.ts";

interface MatrixCellProps {
  claimId: string;
  sourceId: string;
  cell: CellView;
  /** "C5, The Ellery Courier" */
  name: string;
  heat: number;
  narrow: boolean;
  /** B1: nobody sees anybody else's tag in it yet. */
  blind: boolean;
  /** Names of those whose work it is, and their initials; empty where nobody was asked. */
  assignees: string;
  initials: string;
  column: number;
  cursor: boolean;
}

/** Filled is settled, dashed is open, a dot is empty; the shape at the right says what an open cell waits for. */
export const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
  const { claimId, sourceId, cell, name, heat, narrow, blind, assignees, initials, column, cursor } = props;
  const words = `${name}: ${blind ? "blind, my own tag " : ""}${cellWords(cell)}${assignees === "" ? "" : `, assigned to ${assignees}`}`;
  return (
    <div
      role="gridcell"
      className="matrix-slot"
      aria-label={words}
      aria-selected={cursor}
      aria-colindex={column + 3}
      tabIndex={cursor ? 0 : -1}
      title={words}
      data-column={column}
      {...(cursor ? { "data-cursor": "" } : {})}
    >
      <Mark cell={cell} heat={heat} narrow={narrow} />
      {blind ? <EyeOff className="icon matrix-blind" aria-hidden /> : null}
      {initials === "" || cell.state === "settled" ? null : (
        <span className="matrix-assigned" aria-hidden>
          {initials}
        </span>
      )}
      <CellNews claimId={claimId} sourceId={sourceId} />
    </div>
  );
});

function Mark({ cell, heat, narrow }: Pick<MatrixCellProps, "cell" | "heat" | "narrow">) {
  if (cell.state === "empty") return <span className="matrix-mark matrix-mark-empty" />;
  const look = cellLook(cell);
  const classes = ["matrix-mark", look.settled ? "matrix-mark-settled" : "matrix-mark-open"];
  const [only] = look.stances;
  if (look.stances.length === 1 && only !== undefined) classes.push(`matrix-mark-${only}`);
  if (look.settled && only === "verified") classes.push(`matrix-heat-${heat}`);
  return (
    <span className={classes.join(" ")}>
      <span className="matrix-stances">
        {look.stances.map((stance) => (
          <Glyph key={stance} name={stance} className={`matrix-glyph-${stance}`} />
        ))}
      </span>
      <span className="matrix-word">{cell.attributed ? (narrow ? "attr." : "attributed") : ""}</span>
      {look.shape === null ? null : (
        <Glyph name={look.shape} className={look.attention ? "matrix-shape matrix-attention" : "matrix-shape"} />
      )}
    </span>
  );
}
