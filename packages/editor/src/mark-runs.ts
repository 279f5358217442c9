import type { HighlightMark } from "./highlight-mark.ts";
import type { TextRange } from "./text-range.ts";

/** Words over which the same marks lie, outermost first; none for words without a mark. */
export interface MarkRun extends TextRange {
  marks: HighlightMark[];
}

/** A stretch of text cut wherever a mark begins or ends: what can be written as one element after the other. */
export function markRuns({ start, end }: TextRange, marks: readonly HighlightMark[]): MarkRun[] {
  const over = marks.filter((mark) => mark.start < end && mark.end > start && mark.start < mark.end);
  const edges = new Set([start, end]);
  for (const mark of over) {
    edges.add(Math.max(start, mark.start));
    edges.add(Math.min(end, mark.end));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(1).map((until, i) => {
    const from = cuts[i]!;
    return { start: from, end: until, marks: over.filter((mark) => mark.start <= from && mark.end >= until) };
  });
}
