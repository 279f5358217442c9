import type { TextRange } from "./text-range.ts";

/** Underlines step down at most twice; a fourth mark over the same words shares the lowest line. */
export const DEEPEST = 2;

/**
 * For each range the highest underline that no earlier range over the same words has taken.
 * `ranges` must be by start and complete: a range left out is not stepped around.
 */
export function assignDepths(ranges: readonly TextRange[]): number[] {
  const takenUntil = Array.from({ length: DEEPEST + 1 }, () => -1);
  return ranges.map(({ start, end }) => {
    const free = takenUntil.findIndex((until) => until <= start);
    const depth = free === -1 ? DEEPEST : free;
    takenUntil[depth] = Math.max(takenUntil[depth]!, end);
    return depth;
  });
}
