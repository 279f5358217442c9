import { type Clause, type ClauseInput, readClause } from "./clause.ts";
import type { CompareContext, WeighedDifference } from "./difference.ts";
import { nameDifferences } from "./names.ts";
import { quoteDifferences } from "./quote-differences.ts";
import { roleDifferences } from "./roles.ts";
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
  const quotes = quoteDifferences(a, b, context);
  const rest = [
    ...valueDifferences(a, b, context),
    ...polarityDifferences(a, b, context),
    ...roleDifferences(a, b),
    ...nameDifferences(a, b),
  ];
  if (quotes.length + rest.length < 2) return quotes.length > 0 ? quotes : rest;
  // What differs inside a quotation that both give is said once, by the quotation.
  const outside = rest.filter(({ a: x, b: y }) => !quotes.some((quote) => within(x, quote.a) && within(y, quote.b)));
  return [...quotes, ...outside].toSorted(
    (x, y) => Number(x.compatible) - Number(y.compatible) || y.strength - x.strength,
  );
}

const within = (inner: { start: number; end: number }, outer: { start: number; end: number }): boolean =>
  inner.start < outer.end && outer.start < inner.end;
