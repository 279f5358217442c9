import type { CaseIndex } from "./case-index.ts";
import type { Met } from "./met.ts";

/** How much counts of a word that stands in a sentence just before. */
const BACK = [0, 0.5, 0.35, 0.25] as const;
const NEXT = 0.15;
/** The same for `closest`, which squares likenesses: words that are alike so-so would lift a hundred sentences of a page at once. */
const NEXT_CLOSE = 0.3;
/** Of a word of the question that the sentence follows. */
const ANSWER = 0.85;

/** Where the rows of a sentence and of those beside it in its source begin among what is met; -1 for none. */
export interface Beside {
  here: number;
  back1: number;
  back2: number;
  back3: number;
  next: number;
  /** How much counts of a word of the sentence just before, which may be a question that this one answers. */
  back: number;
}

/** `first` and `last` bound the source that passage `at` is of. */
export function besideOf(index: CaseIndex, met: Met, at: number, first: number, last: number): Beside {
  return {
    here: met.at(at),
    back1: at - 1 >= first ? met.at(at - 1) : -1,
    back2: at - 2 >= first ? met.at(at - 2) : -1,
    back3: at - 3 >= first ? met.at(at - 3) : -1,
    next: at + 1 < last ? met.at(at + 1) : -1,
    back: at > first && index.passages[at]?.afterQuestion === true ? Math.max(BACK[1], ANSWER) : BACK[1],
  };
}

/** How well the sentence, or one beside it, meets word `k` of the query. */
export function nearestOf(values: Float32Array, { here, back1, back2, back3, next, back }: Beside, k: number): number {
  const mine = metAt(values, here, k);
  const before = larger(larger(metAt(values, back1, k) * back, metAt(values, back2, k) * BACK[2]), metAt(values, back3, k) * BACK[3]);
  return larger(larger(mine, before), metAt(values, next, k) * NEXT);
}

/** The same by squares: a word that is met so-so counts little. */
export function closestOf(values: Float32Array, { here, back1, back2, back3, next, back }: Beside, k: number): number {
  const before = larger(larger(square(metAt(values, back1, k)) * back, square(metAt(values, back2, k)) * BACK[2]), square(metAt(values, back3, k)) * BACK[3]);
  return larger(larger(square(metAt(values, here, k)), before), square(metAt(values, next, k)) * NEXT_CLOSE);
}

const square = (a: number): number => a * a;

export const metAt = (values: Float32Array, from: number, k: number): number => (from < 0 ? 0 : (values[from + k] as number));

/** Sooner than Math.max, which asks for more than numbers that are none can answer. */
export const larger = (a: number, b: number): number => (a > b ? a : b);
