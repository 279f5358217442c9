import type { CellView, SourceView, Stance, TagState } from "@assay/domain";
import { sourceName, STANCES, stateWord } from "@assay/domain";

export interface CellLook {
  settled: boolean;
  /** The cell's stance, or where its tags contend every stance that was put forward. */
  stances: Stance[];
  /** The shape at the right; null where nothing waits. */
  shape: TagState | null;
  /** A person has to decide something before the cell moves. */
  attention: boolean;
}

const SHAPES: Partial<Record<CellView["state"], TagState>> = {
  in_progress: "draft",
  awaiting_review: "submitted",
  changes_requested: "changes_requested",
  contested: "challenged",
  stale: "stale",
};

export function cellLook(cell: CellView): CellLook {
  const settled = cell.state === "settled";
  const shape = settled ? (cell.pending.at(-1)?.state ?? null) : (SHAPES[cell.state] ?? null);
  return {
    settled,
    stances: cell.stance !== null ? [cell.stance] : contending(cell),
    shape,
    attention: shape === "challenged" || shape === "stale" || shape === "changes_requested",
  };
}

function contending(cell: CellView): Stance[] {
  return STANCES.filter((stance) => cell.tags.some((tag) => tag.stance === stance));
}

/** "verified, attributed, awaiting review": what a reader hears of a cell after its claim and source. */
export function cellWords(cell: CellView): string {
  if (cell.state === "empty") return "empty";
  const { stances } = cellLook(cell);
  const words = [stances.join(" against "), cell.attributed ? "attributed" : "", stateWord(cell.state)];
  const open = cell.state === "settled" && cell.pending.length > 0 ? `${cell.pending.length} more open` : "";
  return [...words, open].filter(Boolean).join(", ");
}

/** The name at the head of a column, where a leading article only costs room: "Courier" has to fit upright too. */
export function columnName(source: Pick<SourceView, "publisher" | "title" | "number">): string {
  const name = sourceName(source);
  const short = name.replace(/^the\s+/i, "");
  return short === "" ? name : short;
}
