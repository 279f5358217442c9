import "./marks.css";
import type { CellState, CellView } from "@assay/domain";
import { stateWord } from "@assay/domain";
import { Glyph } from "./glyph.tsx";

/** The word for a cell's state. */
export const cellWord: (state: CellState) => string = stateWord;

/** "verified, attributed, awaiting review": what a reader hears of a cell. */
export function describeCell(cell: CellView): string {
  if (cell.state === "empty") return "empty";
  const parts = [cell.stance, cell.attributed ? "attributed" : null, stateWord(cell.state)];
  return parts.filter((part) => part !== null).join(", ");
}

/** An amber point: this cell does not move before a person decides something. */
export function cellNeedsPerson(state: CellState): boolean {
  return state === "changes_requested" || state === "contested" || state === "stale";
}

interface CellMarkProps {
  cell: CellView;
  /** Named before the words in its tooltip and to readers, e.g. the source. */
  label?: string;
  chosen?: boolean;
}

/** The 16 × 14 cell of a strip: filled is settled, dashed is open, a dot is empty. */
export function CellMark({ cell, label, chosen = false }: CellMarkProps) {
  const words = label === undefined ? describeCell(cell) : `${label}: ${describeCell(cell)}`;
  const classes = ["cellmark"];
  if (cell.state === "empty") classes.push("cellmark-empty");
  else if (cell.state !== "settled") classes.push("cellmark-open");
  if (cell.stance !== null) classes.push(`cellmark-${cell.stance}`);
  if (cellNeedsPerson(cell.state)) classes.push("cellmark-need");
  if (chosen) classes.push("cellmark-on");
  return (
    <span className={classes.join(" ")} title={words}>
      {cell.stance === null ? null : <Glyph name={cell.stance} />}
      <span className="vh">{words}</span>
    </span>
  );
}
