import { groupBy } from "./group-by.ts";
import type { CaseReading } from "../judge/reading.ts";
import type { Difference, QuotePair } from "../suggestion.ts";
import type { Value } from "../values/value.ts";
import { claimEvidence, pairKey, type ReadClaim } from "./claim-evidence.ts";
import {
  claimConflicts,
  type ConflictCandidate,
  type ConflictKind,
  LEAST_SCORE,
  type PlacedValues,
  valueConflicts,
  type WorthShowing,
  wordConflicts,
} from "./conflict-candidates.ts";
import { type ConflictModel, conflictStrength } from "./conflict-model.ts";
import type { CompareContext, WeighedDifference } from "./difference.ts";
import { fittedConflicts } from "./fitted-conflicts.ts";
import { spellingsAcross } from "./names.ts";
import { quotePairDifferences } from "./quote-pair-differences.ts";
import { personDifferences } from "./roles.ts";
import { pairOf, sentencePairs, type SentencePair } from "./sentence-pairs.ts";
import { valueDifference, valuePairs } from "./value-differences.ts";

/** Two values of one fact that can both hold are shown from here on. */
const COMPATIBLE = 0.34;
/** Two sentences that claims alone bring together are looked at from this likelihood of a dispute on. */
const LEAST_APART = 0.15;

/** What may differ between the sources of a case, before it is weighed. */
export interface FoundCandidates {
  conflicts: ConflictCandidate[];
  /** What can both hold, and what is sure by its kind: offices, names, quotations. */
  sure: WeighedDifference[];
}

/**
 * What differs between the sources of a case: values, denials, sides taken, offices, names and quotations, over sentences
 * that report the same. Of what cannot both hold the surest come first, and a value is set against one of each source.
 */
export function findDifferences(
  reading: CaseReading,
  quotes: readonly QuotePair[],
  claims: readonly ReadClaim[] = [],
  model: ConflictModel = fittedConflicts(),
): WeighedDifference[] {
  const worth: WorthShowing = (kind, row) => conflictStrength(model, { kind, row }) !== null;
  const { conflicts, sure } = conflictCandidates(reading, quotes, claims, worth);
  return weighDifferences(conflicts, sure, model);
}

export function conflictCandidates(
  reading: CaseReading,
  quotes: readonly QuotePair[],
  claims: readonly ReadClaim[],
  worth: WorthShowing = () => true,
): FoundCandidates {
  const { index } = reading;
  const known = sentencePairs(index);
  const { sentences: clauses, weighed: context } = reading;
  const near = new Set(known.map(({ a, b }) => pairKey(a, b)));
  const evidence = claimEvidence(reading, claims, near, LEAST_APART);
  const brought = [...evidence].flatMap(([key, [one]]) => (one && !near.has(key) ? [pairOf(one.a.passage, one.b.passage)] : []));
  const bySources = groupBy(known.concat(brought), ({ a, b }) => a.source * index.sources.length + b.source);
  const conflicts: ConflictCandidate[][] = [];
  const sure: WeighedDifference[][] = [
    personDifferences(clauses),
    spellingsAcross(clauses),
    quotePairDifferences(quotes, context),
  ];
  for (const group of bySources.values()) {
    const placed = group.flatMap((pair) => placedValues(reading, pair, evidence.has(pairKey(pair.a, pair.b)), context));
    conflicts.push(valueConflicts(reading, placed, evidence, worth));
    sure.push(compatibleValues(placed));
    for (const pair of group) {
      const told = evidence.get(pairKey(pair.a, pair.b)) ?? [];
      conflicts.push(wordConflicts(reading.sentence(pair.a), reading.sentence(pair.b), pair, told, context, worth));
      if (told.length === 0) continue;
      conflicts.push(claimConflicts(reading, pair, told.filter(({ apart }) => apart >= LEAST_APART), worth));
    }
  }
  return { conflicts: conflicts.flat(), sure: sure.flat() };
}

interface Weighed extends WeighedDifference {
  /** Null for what is sure by its kind. */
  kind: ConflictKind | null;
  about: readonly string[];
}

/**
 * The candidates that are sure enough, the surest first, each said once. Two whole clauses are shown only where nothing in
 * them was found that differs, nor an office or a quotation of theirs: figures and words tell a reader sooner what to look at.
 */
export function weighDifferences(
  candidates: readonly ConflictCandidate[],
  sure: readonly WeighedDifference[],
  model: ConflictModel,
): WeighedDifference[] {
  const weighed = candidates.flatMap((candidate): Weighed[] => {
    const strength = conflictStrength(model, candidate);
    if (strength === null) return [];
    return [{ ...candidate.difference, strength, decides: candidate.decides, kind: candidate.kind, about: candidate.about }];
  });
  const isNew = once();
  const isFree = oncePerSource();
  // Not by "push(...)": of hundreds of sources there are more than a call may have arguments.
  const conflicts = sure
    .filter(({ compatible }) => !compatible)
    .map((one): Weighed => ({ ...one, kind: null, about: [] }))
    .toSorted(byStrength)
    .concat(weighed.filter(({ kind }) => kind !== "claim").toSorted(byStrength))
    .filter((one) => isNew(one) && (one.kind !== "value" || isFree(one)));
  const told = new Set(conflicts.flatMap(({ about }) => about));
  const sides = conflicts.filter(({ kind }) => kind === null).flatMap(({ a, b }) => [a, b]);
  const isTold = ({ a, b, about }: Weighed): boolean =>
    about.some((key) => told.has(key)) || sides.some((side) => touch(side, a) || touch(side, b));
  const rest = weighed
    .filter((one) => one.kind === "claim" && !isTold(one))
    .toSorted(byStrength)
    .filter(isNew);
  const compatible = sure.filter((one) => one.compatible).toSorted(byStrength);
  return conflicts
    .concat(rest)
    .toSorted(byStrength)
    .map(({ kind: _, about: _about, ...one }): WeighedDifference => one)
    .concat(compatible.filter(once()));
}

const byStrength = (x: WeighedDifference, y: WeighedDifference): number => y.strength - x.strength;

/** Two ways of finding may come upon the same two spans. Only what lies between the same two texts is held against it. */
function once(): (one: Difference) => boolean {
  const between = new Map<string, Difference[]>();
  return (one) => {
    const key = [one.a.source, one.b.source].toSorted().join("\n");
    const seen = between.get(key) ?? [];
    const again = seen.some(
      (other) => (touch(one.a, other.a) && touch(one.b, other.b)) || (touch(one.a, other.b) && touch(one.b, other.a)),
    );
    if (!again) seen.push(one);
    between.set(key, seen);
    return !again;
  };
}

/** A value has one counterpart in each other source. */
function oncePerSource(): (one: Difference) => boolean {
  const taken = new Set<string>();
  return ({ a, b }) => {
    const keys = [`${a.source}\n${a.start}\n${b.source}`, `${b.source}\n${b.start}\n${a.source}`];
    if (keys.some((key) => taken.has(key))) return false;
    for (const key of keys) taken.add(key);
    return true;
  };
}

const touch = (x: Difference["a"], y: Difference["a"]): boolean =>
  x.source === y.source && x.start < y.end && y.start < x.end;

/** Of values at odds that nothing brings together there are very many: they are left out at once. */
function placedValues(reading: CaseReading, pair: SentencePair, told: boolean, context: CompareContext): PlacedValues[] {
  const [left, right] = [reading.sentence(pair.a), reading.sentence(pair.b)];
  const placed: PlacedValues[] = [];
  for (const { a, b, relation, kin, near, noun, alone, fate } of valuePairs(left, right, context)) {
    const score = kin * (0.5 + pair.likeness);
    if (relation === "conflict" && !told && score < LEAST_SCORE) continue;
    placed.push({ a, b, relation, kin, near, noun, alone, fate, pair, left, right, score });
  }
  return placed;
}

/** Every value is given to the one it is nearest of kin to; those that can both hold are shown. */
function compatibleValues(placed: readonly PlacedValues[]): WeighedDifference[] {
  const bonus = ({ relation }: PlacedValues): number => (relation === "same" ? 0.3 : relation === "compatible" ? 0.15 : 0);
  const settled = new Set<Value>();
  const found: WeighedDifference[] = [];
  for (const pair of placed.toSorted((x, y) => y.score + bonus(y) - x.score - bonus(x))) {
    const { a, b, relation, left, right, kin, score } = pair;
    if (settled.has(a) || settled.has(b)) continue;
    if (score < (relation === "same" ? 0.2 : relation === "conflict" ? 0.3 : COMPATIBLE)) continue;
    settled.add(a).add(b);
    if (relation !== "compatible" || a.exact.toLowerCase() === b.exact.toLowerCase()) continue;
    found.push({ ...valueDifference(left, right, a, b, true, kin), strength: Math.min(1, score) });
  }
  return found;
}
