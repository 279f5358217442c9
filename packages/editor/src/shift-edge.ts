import { snapToGraphemes, trimRange } from "@assay/domain";
import { moveCaret, type CaretDirection, type CaretText } from "./move-caret.ts";
import type { TextRange } from "./text-range.ts";

export interface EdgeShift {
  edge: "start" | "end";
  unit: "character" | "word";
  direction: CaretDirection;
}

/**
 * A passage with one edge moved, by whole graphemes (X3) and without white space at its ends. By words an edge goes from
 * word to word: a start stays at the start of one, an end at the end of one. Null where it cannot go on: at either end
 * of the text, or when no word would be left.
 */
export function shiftEdge(source: CaretText, range: TextRange, { edge, unit, direction }: EdgeShift): TextRange | null {
  const { text } = source;
  const moved = (at: number): number => {
    const outward = (edge === "end") === (direction === "forward");
    const once = moveCaret(source, at, unit, direction);
    if (outward || unit === "character") return once;
    // Inward the caret stops at the wrong side of a word: over the next one, and back to its near side.
    const over = moveCaret(source, once, unit, direction);
    return moveCaret(source, over, unit, direction === "forward" ? "backward" : "forward");
  };
  for (let at = range[edge], steps = 0; steps < 3; steps++) {
    at = moved(at);
    const next = edge === "start" ? { start: at, end: range.end } : { start: range.start, end: at };
    if (next.start >= next.end) return null;
    const snapped = snapToGraphemes(text, next.start, next.end);
    const trimmed = trimRange(text, snapped.start, snapped.end);
    if (trimmed === null) return null;
    const gone = direction === "forward" ? trimmed[edge] > range[edge] : trimmed[edge] < range[edge];
    if (gone) return trimmed;
    // A step over white space alone is none: the next one reaches a letter.
  }
  return null;
}
