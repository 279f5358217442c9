import { printedWords } from "../quotes/printed-words.ts";
import { sameSubstance } from "../quotes/substance.ts";
import type { QuotePair } from "../suggestion.ts";
import type { CompareContext, WeighedDifference } from "./difference.ts";

/** Quotations that two sources print in other words, and the same words given to another speaker. */
export function quotePairDifferences(quotes: readonly QuotePair[], context: CompareContext): WeighedDifference[] {
  return quotes.flatMap(({ relation, a, b, reattributed, speakers }): WeighedDifference[] => {
    if (reattributed && speakers) {
      const why = `The same words are given to ${speakers.a.exact} and to ${speakers.b.exact}.`;
      return [{ type: "name", compatible: false, ...speakers, why, strength: 0.7 }];
    }
    if (relation !== "altered") return [];
    // A long turn that holds some of the words is no other wording of them.
    if (Math.max(a.exact.length, b.exact.length) > 2 * Math.min(a.exact.length, b.exact.length)) return [];
    const compatible = sameSubstance(
      printedWords(a.exact, 0, a.exact.length),
      printedWords(b.exact, 0, b.exact.length),
      context.similar,
    );
    const why = compatible
      ? "The wording differs, what is said does not."
      : "Words of the quotation differ, and with them what is said.";
    return [{ type: "quote", compatible, a, b, why, strength: 0.8 }];
  });
}
