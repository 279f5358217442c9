import type { CaseReading } from "../judge/reading.ts";
import type { SourcePassage } from "../suggestion.ts";
import type { Clause } from "./clause.ts";
import { passageOf } from "./clause.ts";
import { compareRead } from "./compare-clauses.ts";
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
  clause: Clause;
  score: number;
}

/** Less sure cells are not set against each other. */
const LEAST = 0.3;

/**
 * Differences that a claim brings out: the passage of the source that carries it beside the passage of each that speaks
 * against it. What exactly differs is asked of the two clauses, then of the claim; where neither tells, the clauses stand
 * for themselves.
 */
export function claimDifferences(reading: CaseReading, claims: readonly ReadClaim[], context: CompareContext): WeighedDifference[] {
  return claims.flatMap((claim) => {
    const worded = reading.claim(claim);
    const sides = (suggestion: "verified" | "disputed"): Side[] =>
      claim.cells
        .filter((cell) => cell.suggestion === suggestion && cell.score >= LEAST)
        .toSorted((x, y) => y.score - x.score)
        .map((cell) => ({ clause: clauseOf(reading, worded, cell, context), score: cell.score }))
        .filter((side): side is Side => side.clause !== null);
    const [carrier] = sides("verified");
    if (!carrier) return [];
    return sides("disputed").map((against) => between(worded, carrier, against, context));
  });
}

/** The clause of a cell's best passage that has most of the claim's words. */
function clauseOf(
  reading: CaseReading,
  claim: Clause,
  { source, passages }: ReadClaim["cells"][number],
  context: CompareContext,
): Clause | null {
  const [best] = passages;
  const number = reading.index.sources.findIndex(({ id }) => id === source);
  const passage = best && reading.index.passages.find((each) => each.source === number && each.start <= best.start && best.start < each.end);
  if (!passage) return null;
  const words = claim.tokens.filter((token) => token.content);
  let found: { clause: Clause; share: number } | null = null;
  for (const clause of reading.clauses(passage)) {
    const own = clause.tokens.filter((token) => token.content);
    const shared = coverage(words, own, context) * Math.min(words.length, own.length);
    if (found === null || shared > found.share) found = { clause, share: shared };
  }
  return found?.clause ?? null;
}

function between(claim: Clause, carrier: Side, against: Side, context: CompareContext): WeighedDifference {
  const strength = Math.min(carrier.score, against.score);
  const [a, b] = [carrier.clause, against.clause];
  const conflict = (all: WeighedDifference[]): WeighedDifference | undefined => all.find(({ compatible }) => !compatible);
  const straight = conflict(compareRead(a, b, context));
  const told = conflict(compareRead(claim, b, context));
  if (straight && (!told || straight.type === told.type)) return { ...straight, strength };
  if (told) return { ...told, a: counterpart(claim, a, told.a, context) ?? whole(a), strength };
  const denied = (a.negations.length > 0) !== (b.negations.length > 0);
  return {
    type: denied ? "negation" : "scope",
    compatible: false,
    a: whole(a),
    b: whole(b),
    why: `One source carries “${claim.text}”, the other speaks against it.`,
    strength: strength * 0.9,
  };
}

const whole = (clause: Clause): SourcePassage => passageOf(clause, 0, clause.text.length);

/** Where the carrying source says what the claim says at this span. */
function counterpart(claim: Clause, carrier: Clause, span: SourcePassage, context: CompareContext): SourcePassage | null {
  const value = claim.values.find((one) => one.start < span.end && span.start < one.end);
  if (!value) return null;
  const exact = carrier.values.find((one) => one.dimension === value.dimension && one.figure === value.figure);
  if (exact) return { source: carrier.source, start: exact.start, end: exact.end, exact: exact.exact };
  const agreed = compareRead(claim, carrier, context).find(({ compatible, a }) => compatible && a.start === span.start);
  return agreed?.b ?? null;
}
