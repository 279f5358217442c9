import type { HighlightMark } from "./highlight-mark.ts";
import type { TextRange } from "./text-range.ts";

/** Letters under the very same marks. */
export interface LetterRun extends TextRange {
  /** Outermost first. */
  marks: readonly HighlightMark[];
}

/** The stretches into which marks in reading order cut their block, in order; none for letters without a mark. */
export function cutRuns(marks: readonly HighlightMark[]): LetterRun[] {
  const cuts = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const runs: LetterRun[] = [];
  let open: HighlightMark[] = [];
  let next = 0;
  for (const [at, start] of cuts.entries()) {
    const end = cuts[at + 1];
    if (end === undefined) break;
    open = open.filter((mark) => mark.end > start);
    for (; next < marks.length && marks[next]!.start <= start; next++) open.push(marks[next]!);
    if (open.length > 0) runs.push({ start, end, marks: open });
    open = open.slice();
  }
  return runs;
}

export function runAt(runs: readonly LetterRun[], offset: number): LetterRun | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (runs[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  const run = runs[low];
  return run !== undefined && run.start <= offset ? run : undefined;
}
