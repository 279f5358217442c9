import type { HighlightMark } from "./highlight-mark.ts";

/** Underlines step down at most twice; a fourth mark over the same words shares the lowest line. */
export const DEEPEST = 2;

/**
 * Gives each mark the highest underline that no earlier mark over the same words has taken.
 * `marks` must be in reading order (`compareMarks`) and complete: a mark left out is not stepped around.
 */
export function assignDepths(marks: readonly HighlightMark[]): Map<string, number> {
  const depths = new Map<string, number>();
  const takenUntil = Array.from({ length: DEEPEST + 1 }, () => -1);
  for (const mark of marks) {
    const free = takenUntil.findIndex((end) => end <= mark.start);
    const depth = free === -1 ? DEEPEST : free;
    takenUntil[depth] = Math.max(takenUntil[depth]!, mark.end);
    depths.set(mark.id, depth);
  }
  return depths;
}
