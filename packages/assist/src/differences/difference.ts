import type { Difference } from "../suggestion.ts";
import type { Rates } from "../values/compare-values.ts";

/** A difference with how surely the two spans speak of the same fact, 0 to 1. */
export interface WeighedDifference extends Difference {
  strength: number;
  /** Ids of the claims that hold or fall with it, where it was weighed by them. */
  decides?: readonly string[];
}

export interface CompareContext {
  /** Likeness of two words (stems or folded), 0 to 1; without it only equal words meet. */
  similar?: (a: string, b: string) => number;
  /** The same for loops in which a word comes many times: its row is looked up once. */
  rows?: WordRows;
  /** Weight of a stem in the case; 1 for all when left out. */
  weight?: (word: string) => number;
  /** Units of each currency for one euro, as the case's sources give them. */
  rates?: Rates;
}

export interface WordRows {
  /** -1 for a word that is like itself only. */
  rowOf: (word: string) => number;
  likeness: (a: number, b: number) => number;
}
