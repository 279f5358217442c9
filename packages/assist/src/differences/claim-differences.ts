import type { CaseReading } from "../judge/reading.ts";
import type { SourcePassage } from "../suggestion.ts";
import type { Clause } from "./clause.ts";
import { passageOf } from "./clause.ts";
import { compareRead } from "./compare-clauses.ts";
import { compareValues } from "../values/compare-values.ts";
import { coverage } from "./contradicts.ts";
import type { CompareContext, WeighedDifference } from "./difference.ts";

/** What was read of one claim: which source carries it, which speaks against it, and where. */
export interface ReadClaim {
  id: string;
  text: string;
  cells: readonly {
    source: string;
    suggestion: "verified" | "disputed" | "missing";
    score: number;
    passages: readonly { start: number; end: number }[];
  }[];
}

interface Side {
  sentence: Clause;
  clause: Clause;
  score: number;
}

/** Less sure cells are not set against each other. */
const LEAST = 0.3;

/**
 * Differences that a claim brings out: the passage of the source that carries it beside the passage of each that speaks
 * against it. What exactly differs is asked of the claim, then of the two passages.
 */
export function claimDifferences(
  reading: CaseReading,
  claims: readonly ReadClaim[],
  context: CompareContext,
): WeighedDifference[] {
  return claims.flatMap((claim) => {
    const worded = reading.claim(claim);
    const sides = (suggestion: "verified" | "disputed"): Side[] =>
      claim.cells
        .filter((cell) => cell.suggestion === suggestion && cell.score >= LEAST)
        .toSorted((x, y) => y.score - x.score)
        .map((cell) => sideOf(reading, worded, cell, context))
        .filter((side) => side !== null);
    const [carrier] = sides("verified");
    if (!carrier) return [];
    return sides("disputed")
      .map((against) => between(worded, carrier, against, context))
      .filter((found) => found !== null);
  });
}

/** The best passage of a cell, and the clause of it that has most of the claim's words. */
function sideOf(
  reading: CaseReading,
  claim: Clause,
  { source, passages, score }: ReadClaim["cells"][number],
  context: CompareContext,
): Side | null {
  const [best] = passages;
  const passage = best && reading.index.passageAt(reading.index.numberOf(source), best.start);
  if (!passage || best.start >= passage.end) return null;
  const words = claim.tokens.filter((token) => token.content);
  const sentence = reading.sentence(passage);
  let found = { clause: sentence, share: 0 };
  for (const clause of reading.clauses(passage)) {
    const own = clause.tokens.filter((token) => token.content);
    const share = coverage(words, own, context) * Math.min(words.length, own.length);
    if (share > found.share) found = { clause, share };
  }
  return { sentence, clause: found.clause, score };
}

/** Null when neither the claim nor the carrying passage says what exactly differs: then there is nothing to show. */
function between(claim: Clause, carrier: Side, against: Side, context: CompareContext): WeighedDifference | null {
  const strength = Math.min(carrier.score, against.score);
  const conflicts = (a: Clause, b: Clause): WeighedDifference[] =>
    compareRead(a, b, context).filter(({ compatible }) => !compatible);
  // The claim's own value, found again in the passage that carries it, is the surest.
  for (const told of [...conflicts(claim, against.clause), ...conflicts(claim, against.sentence)]) {
    const a = counterpart(claim, carrier.sentence, told.a, context);
    if (a) return { ...told, a, strength };
  }
  const [straight] = [...conflicts(carrier.clause, against.clause), ...conflicts(carrier.sentence, against.sentence)];
  return straight ? { ...straight, strength } : null;
}

/** Where the carrying sentence says what the claim says at this span. */
function counterpart(
  claim: Clause,
  carrier: Clause,
  span: SourcePassage,
  context: CompareContext,
): SourcePassage | null {
  const value = claim.values.find((one) => one.start < span.end && span.start < one.end);
  if (value) {
    const all = carrier.values.map((other) => ({ other, relation: compareValues(value, other, context.rates) }));
    const found =
      all.find(({ relation }) => relation === "same") ?? all.find(({ relation }) => relation === "compatible");
    return found
      ? { source: carrier.source, start: found.other.start, end: found.other.end, exact: found.other.exact }
      : null;
  }
  const said = claim.tokens.filter((token) => token.content && token.start < span.end && span.start < token.end);
  const here = carrier.tokens.filter((token) => said.some((word) => word.stem === token.stem));
  const [first, last] = [here[0], here.at(-1)];
  return first && last ? passageOf(carrier, first.start, last.end) : null;
}
