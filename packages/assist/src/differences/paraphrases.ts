import { type Clause, readClause } from "./clause.ts";
import { type ReadToken } from "./read-token.ts";
import type { CompareContext } from "./difference.ts";
import { polarityDifferences } from "./polarity-differences.ts";
import { valueDifferences } from "./value-differences.ts";

/** From this likeness on a word may stand for another. */
const ALIKE = 0.65;
/** Sentences that have half of each other's weight in common say the same thing, unless something speaks against it. */
export const SAME = 0.5;

/** Function words count in full: two sentences that share even those are the same one. */
const weightOf = (token: ReadToken, context: CompareContext): number =>
  token.kind === "mark" ? 0 : token.content ? (context.weight?.(token.stem) ?? 1) : 1;

/** Weighted share of the words of `a` that `b` says too. */
function covered(a: Clause, b: Clause, context: CompareContext): number {
  let [sum, total] = [0, 0];
  const said = new Set(b.tokens.map((token) => token.stem));
  for (const token of a.tokens) {
    const weight = weightOf(token, context);
    total += weight;
    if (weight === 0) continue;
    if (said.has(token.stem)) sum += weight;
    else if (token.content && !token.name && context.similar) {
      let best = 0;
      for (const other of b.tokens)
        if (other.content && !other.name) best = Math.max(best, context.similar(token.lower, other.lower));
      if (best >= ALIKE) sum += weight * best * 0.8;
    }
  }
  return total === 0 ? 0 : sum / total;
}

/** How far two sentences say the same thing, 0 to 1: what both have in common, less what cannot hold together. */
export function paraphraseScore(a: Clause, b: Clause, context: CompareContext = {}): number {
  const [there, back] = [covered(a, b, context), covered(b, a, context)];
  if (there + back === 0) return 0;
  const common = (2 * there * back) / (there + back);
  const conflicts = [...valueDifferences(a, b, context), ...polarityDifferences(a, b, context)].filter(
    (found) => !found.compatible && found.strength >= 0.5,
  );
  return Math.max(0, common - 0.1 * Math.min(2, conflicts.length));
}

/** Do two sentences, or two claims, say the same thing? */
export function paraphrases(a: string, b: string, context: CompareContext = {}): boolean {
  const read = (text: string, source: string): Clause => readClause({ text, start: 0, source });
  return paraphraseScore(read(a, "a"), read(b, "b"), context) >= SAME;
}
