import { quoted } from "@assay/domain";
import type { IndexedPassage } from "../align/case-index.ts";
import { bestClause } from "../judge/cell-features.ts";
import type { CaseReading } from "../judge/reading.ts";
import type { Difference } from "../suggestion.ts";
import { compareValues, standsFor, type Rates } from "../values/compare-values.ts";
import type { Dimension, Value } from "../values/value.ts";
import { type ClaimEvidence, evidenceRow, givesOneOf, pairKey, sidesWithOneOf } from "./claim-evidence.ts";
import { type Clause, passageOf } from "./clause.ts";
import { closeness } from "./closeness.ts";
import type { CompareContext } from "./difference.ts";
import { polarityDifferences, sharedWords } from "./polarity-differences.ts";
import type { SentencePair } from "./sentence-pairs.ts";
import { compareStances } from "./stances.ts";
import { sameContext, wordsAround } from "./surroundings.ts";
import { valueDifference, type ValuePair } from "./value-differences.ts";

/** How two sentences may be at odds: by a value, a denial, the sides they take, or by a claim that only one of them carries. */
export type ConflictKind = "value" | "denial" | "stance" | "claim";

/** What may be a conflict, with what speaks for it. The last five figures of a row are what claims say of the pair. */
export interface ConflictCandidate {
  kind: ConflictKind;
  row: readonly number[];
  difference: Difference;
  /** The claims whose truth it decides: their ids, and their keys for these two sentences. */
  decides: readonly string[];
  about: readonly string[];
}

export const CLAIM_FIGURES = 5;

/** Which rows are worth a candidate: most are not, and spans and words cost more than the figures. */
export type WorthShowing = (kind: ConflictKind, row: readonly number[]) => boolean;

/** Two values, placed, with how surely either has its equal in the other source's sentences. */
export interface PlacedValues extends ValuePair {
  pair: SentencePair;
  left: Clause;
  right: Clause;
  score: number;
}

const KINDS_OF_VALUE: readonly Dimension[] = [
  "count",
  "share",
  "points",
  "money",
  "date",
  "clock",
  "duration",
  "age",
  "ordinal",
  "score",
];
/** Values that have next to nothing in common around them, and that no claim brings together, are not worth a row. */
export const LEAST_SCORE = 0.02;

const likenessRow = ({ likeness, words, gist, rank }: SentencePair): number[] => [likeness, words, gist, rank === 0 ? 1 : 0];

/** Values that exclude each other. `equals`: how good a match each value has among the equal ones of the same two sources. */
export function valueConflicts(
  reading: CaseReading,
  placed: readonly PlacedValues[],
  evidence: ReadonlyMap<number, readonly ClaimEvidence[]>,
  worth: WorthShowing,
): ConflictCandidate[] {
  const { rates } = reading.index;
  const equals = new Map<Value, number>();
  for (const { a, b, relation, score } of placed) {
    if (relation === "conflict") continue;
    for (const value of [a, b]) {
      equals.set(value, Math.max(equals.get(value) ?? 0, score + (relation === "same" ? 0.3 : 0.15)));
    }
  }
  const best = new Map<Value, number>();
  for (const { a, b, score } of placed) for (const value of [a, b]) best.set(value, Math.max(best.get(value) ?? 0, score));
  return placed.flatMap(({ a, b, relation, pair, left, right, score, kin, near, noun, alone, fate }) => {
    if (relation !== "conflict") return [];
    const claims = evidence.get(pairKey(pair.a, pair.b)) ?? [];
    const row: number[] = Array.from(KINDS_OF_VALUE, (kind) => (a.dimension === kind ? 1 : 0));
    row.push(kin, near, noun, alone ? 1 : 0, ...likenessRow(pair), score);
    row.push(equals.get(a) ?? 0, equals.get(b) ?? 0);
    row.push(reading.gives(pair.b.source, a) ? 1 : 0, reading.gives(pair.a.source, b) ? 1 : 0, a.unit === b.unit ? 1 : 0);
    row.push(closeness(a, b), fate ? 1 : 0, a.per !== undefined && a.per === b.per ? 1 : 0);
    row.push(a.bound !== "exact" && a.bound === b.bound ? 1 : 0, score / (best.get(a) || 1), score / (best.get(b) || 1));
    row.push(givenIn(right, a, rates) ? 1 : 0, givenIn(left, b, rates) ? 1 : 0);
    const decides = givesOneOf(a, b, rates);
    row.push(...evidenceRow(claims, decides));
    if (!worth("value", row)) return [];
    const difference = valueDifference(left, right, a, b, false, kin);
    return [{ kind: "value" as const, row, difference, ...decidedBy(claims.filter(decides)) }];
  });
}

const givenIn = ({ values }: Clause, value: Value, rates: Rates): boolean =>
  values.some((other) => standsFor(compareValues(value, other, rates)));

/** Denials, opposites, and sides taken on one matter. */
export function wordConflicts(
  a: Clause,
  b: Clause,
  pair: SentencePair,
  claims: readonly ClaimEvidence[],
  context: CompareContext,
  worth: WorthShowing,
): ConflictCandidate[] {
  const denials = polarityDifferences(a, b, context);
  const { agree, apart } = compareStances(a, b);
  if (denials.length === 0 && apart === null) return [];
  const found: ConflictCandidate[] = [];
  // What stands around takes longest to compare, and a row that neither nothing nor all of it in common would lift is done.
  const mayBe = (kind: ConflictKind, rowOf: (near: number) => number[]): boolean => worth(kind, rowOf(0)) || worth(kind, rowOf(1));
  const shared = sharedWords(a, b, context);
  for (const { strength, ...difference } of denials) {
    const [x, y] = difference.a.source === a.source ? [difference.a, difference.b] : [difference.b, difference.a];
    const kinds = [strength, /exclude/.test(difference.why) ? 1 : 0, difference.type === "outcome" ? 1 : 0];
    const rest = [shared, ...likenessRow(pair), ...evidenceRow(claims, () => false)];
    const rowOf = (near: number): number[] => [...kinds, near, ...rest];
    if (!mayBe("denial", rowOf)) continue;
    const row = rowOf(sameContext(wordsAround(a, x, context), wordsAround(b, y, context), context));
    if (worth("denial", row)) found.push({ kind: "denial", row, difference, ...decidedBy(claims), decides: [] });
  }
  if (apart && apart.a.side !== apart.b.side) {
    const [x, y] = [spanOf(a, apart.a), spanOf(b, apart.b)];
    const decides = sidesWithOneOf(a, b);
    const rest = [shared, ...likenessRow(pair), ...evidenceRow(claims, decides)];
    const rowOf = (near: number): number[] => [agree ? 1 : 0, near, ...rest];
    if (!mayBe("stance", rowOf)) return found;
    const row = rowOf(sameContext(wordsAround(a, x, context), wordsAround(b, y, context), context));
    const why = `${quoted(x.exact)} and ${quoted(y.exact)} cannot both be so.`;
    if (worth("stance", row)) {
      const difference = { type: "outcome" as const, compatible: false, a: x, b: y, why };
      found.push({ kind: "stance", row, difference, ...decidedBy(claims.filter(decides)) });
    }
  }
  return found;
}

function spanOf(clause: Clause, { at, end }: { at: number; end: number }): Difference["a"] {
  return passageOf(clause, clause.tokens[at]?.start ?? 0, clause.tokens[end - 1]?.end ?? 0);
}

const decidedBy = (claims: readonly Pick<ClaimEvidence, "claim" | "a" | "b">[]): Pick<ConflictCandidate, "decides" | "about"> => ({
  decides: claims.map(({ claim }) => claim.source),
  about: claims.map(({ claim, a, b }) => `${claim.source}\n${pairKey(a.passage, b.passage)}`),
});

/** The clauses in which one source carries a claim and the other speaks against it, whatever exactly differs. */
export function claimConflicts(
  reading: CaseReading,
  pair: SentencePair,
  evidence: readonly ClaimEvidence[],
  worth: WorthShowing,
): ConflictCandidate[] {
  return evidence.flatMap(({ claim, a, b, both, apart, against }) => {
    const [denying, saying] = a.disputed > b.disputed ? [a.passage, b.passage] : [b.passage, a.passage];
    const row = [claim.values.length > 0 ? 1 : 0, Math.log(against + 0.01), Math.min(a.disputed, b.disputed)];
    const odds = atOdds(reading, claim, denying);
    // "78 people" and "nearly 80": what gives all of the claim's figures and denies nothing of it is no conflict.
    if (claim.values.length > 0 && odds[0] === 0 && odds[1] === 1) return [];
    row.push(...odds, ...atOdds(reading, claim, saying));
    row.push(...likenessRow(pair), both, apart, against, 0, 0);
    if (!worth("claim", row)) return [];
    const [x, y] = [clauseOf(reading, claim, a.passage), clauseOf(reading, claim, b.passage)];
    if (x.exact === y.exact) return [];
    const why = `Of ${quoted(claim.text)} one of the two says it, the other speaks against it.`;
    const difference = { type: "outcome" as const, compatible: false, a: x, b: y, why };
    return [{ kind: "claim" as const, row, difference, ...decidedBy([{ claim, a, b }]) }];
  });
}

/** How surely a sentence is at odds with a claim by itself, whether it gives what the claim gives, and how many of its names. */
function atOdds(reading: CaseReading, claim: Clause, passage: IndexedPassage): [number, number, number] {
  const sentence = reading.sentence(passage);
  const found = reading.compare(claim, sentence).filter(({ compatible }) => !compatible);
  const given = claim.values.filter((value) => givenIn(sentence, value, reading.index.rates));
  const names = claim.tokens.filter(({ name }) => name);
  const named = names.filter(({ stem }) => sentence.stems.has(stem));
  const strongest = Math.max(0, ...found.map(({ strength }) => strength));
  return [strongest, given.length / Math.max(1, claim.values.length), names.length === 0 ? 0.5 : named.length / names.length];
}

/** The clause of a sentence that has most of what the claim has. */
function clauseOf(reading: CaseReading, claim: Clause, passage: IndexedPassage): Difference["a"] {
  const { clause } = bestClause(reading, claim, reading.clauses(passage)) ?? { clause: reading.sentence(passage) };
  return passageOf(clause, 0, clause.text.length);
}
