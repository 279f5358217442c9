import { type Clause, type ClauseInput, readClause } from "./clause.ts";
import type { CompareContext, WeighedDifference } from "./difference.ts";
import { polarityDifferences } from "./polarity-differences.ts";
import { valueDifferences } from "./value-differences.ts";

/**
 * Every typed difference between two aligned clauses, the surest first. Both must be about the same thing: the caller
 * aligns, this only compares. Compatible differences are listed too; rule 4 of the codebook says which are.
 */
export function compareClauses(a: ClauseInput, b: ClauseInput, context: CompareContext = {}): WeighedDifference[] {
  return compareRead(readClause(a), readClause(b), context);
}

/** The same on clauses that were read before: reading is the dear part. */
export function compareRead(a: Clause, b: Clause, context: CompareContext = {}): WeighedDifference[] {
  return [...valueDifferences(a, b, context), ...polarityDifferences(a, b, context)].toSorted(
    (x, y) => Number(x.compatible) - Number(y.compatible) || y.strength - x.strength,
  );
}
