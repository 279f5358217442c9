import { pairQuotes, readText } from "@assay/assist";
import type { QuotePair } from "@assay/assist";
import type { Figure } from "../../support/figures.ts";
import type { Bundle } from "./read-bundles.ts";
import { samePair } from "./same-pair.ts";

/**
 * A pair of the gold is right when a pair was found whose two spans overlap its two spans and whose relation is the
 * same. Of the pairs found, those that overlap no pair of the gold count against precision, which is only reported.
 */
export function quotesPart(bundles: Bundle[]): Figure[] {
  let gold = 0;
  let right = 0;
  let found = 0;
  let known = 0;
  for (const { sources, gold: judged } of bundles) {
    const pairs: QuotePair[] = pairQuotes(sources.map(({ id, text }) => ({ id, read: readText(text) })));
    gold += judged.quotes.length;
    right += judged.quotes.filter((pair) =>
      pairs.some((other) => samePair(other, pair) && other.relation === pair.relation),
    ).length;
    found += pairs.length;
    known += pairs.filter((pair) => judged.quotes.some((other) => samePair(pair, other))).length;
  }
  const rate = right / Math.max(1, gold);
  return [
    { figure: "quotation pairs with the right relation", value: rate, unit: "", bar: "≥ 0.85", holds: rate >= 0.85 },
    { figure: "of the pairs found, in the gold", value: known / Math.max(1, found), unit: "", bar: "", holds: null },
  ];
}
