import { kept } from "../memo/kept.ts";
import type { DifferenceType } from "../suggestion.ts";
import { compareValues, type ValueRelation } from "../values/compare-values.ts";
import type { Value } from "../values/value.ts";
import type { Clause } from "./clause.ts";
import { closeness } from "./closeness.ts";
import { describe } from "./describe.ts";
import type { CompareContext, WeighedDifference } from "./difference.ts";
import { countedByDoing, fateOf, kinship, sameNoun } from "./kinship.ts";
import { settleSums } from "./sums.ts";
import { around, sameContext } from "./surroundings.ts";
import { countedElsewhere, whereCounted } from "./where-counted.ts";

export interface ValuePair {
  a: Value;
  b: Value;
  relation: ValueRelation;
  /** How surely the two values measure the same thing, 0 to 1. */
  kin: number;
  /** What it was reckoned from: the words around, what is counted, and whether each is the only one of its kind. */
  near: number;
  noun: number;
  alone: boolean;
  /** Both are people of whom the same became. */
  fate: boolean;
}

/** Two counts this far apart that name two places are of two things. */
const FAR = 0.5;

const isElsewhere = (a: Clause, x: Value, b: Clause, y: Value): boolean =>
  x.dimension === "count" && y.dimension === "count" && closeness(x, y) < FAR && countedElsewhere(whereCounted(a, x), whereCounted(b, y));

/** What can be said of a value in its clause, whatever it is compared with. */
interface StandingValue {
  value: Value;
  fate: string | null;
  isGloss: boolean;
  /** The only one of its kind there. */
  alone: boolean;
}

const standing = kept((clause: Clause): readonly StandingValue[] =>
  Array.from(clause.values, (value, at) => ({
    value,
    fate: value.dimension === "count" ? fateOf(clause, value) : null,
    isGloss: isGloss(clause, value, clause.values[at - 1]),
    alone: clause.values.every((other) => other === value || other.dimension !== value.dimension),
  })),
);

/** Every two values of one kind, with how they stand and how surely they measure the same thing. */
export function valuePairs(a: Clause, b: Clause, context: CompareContext): ValuePair[] {
  if (a.values.length === 0 || b.values.length === 0) return [];
  const pairs: ValuePair[] = [];
  for (const one of standing(a)) {
    for (const other of standing(b)) {
      const [x, y] = [one.value, other.value];
      const relation = compareValues(x, y, context.rates);
      if (relation === "unrelated" || relation === "unknown") continue;
      if (relation === "conflict" && (one.isGloss || other.isGloss)) continue;
      // The killed and the wounded are two counts, whatever the figures.
      if (one.fate !== null && other.fate !== null && one.fate !== other.fate) continue;
      if (relation === "conflict" && isElsewhere(a, x, b, y)) continue;
      if (x.dimension === "duration" && y.dimension === "duration" && x.elapsed !== y.elapsed) continue;
      const [aroundX, aroundY] = [around(a, x, context), around(b, y, context)];
      const near = sameContext(aroundX, aroundY, context);
      const alone = one.alone && other.alone;
      const named = sameNoun(x, y, context);
      const counts = x.dimension === "count" && y.dimension === "count";
      const noun = named > 0 || !counts ? named : Math.max(countedByDoing(x, aroundY), countedByDoing(y, aroundX));
      const fate = one.fate !== null && one.fate === other.fate;
      pairs.push({ a: x, b: y, relation, kin: kinship(x, y, noun, near, alone), near, noun, alone, fate });
    }
  }
  return pairs;
}

/** "400 million doblas ($58 million)", "9:47 p.m. (2047 GMT)": once more in other units. What differs is said of the first. */
function isGloss({ text, start }: Clause, value: Value, before: Value | undefined): boolean {
  if (before === undefined || before.dimension !== value.dimension) return false;
  return /^[^().]{0,25}\($/.test(text.slice(before.end - start, value.start - start));
}

const RANK: Record<ValueRelation, number> = { same: 2, compatible: 1, conflict: 0, unknown: 0, unrelated: 0 };
/** Below this two values of one kind are taken to be about different things. */
const LEAST: Partial<Record<ValueRelation, number>> = { conflict: 0.2, compatible: 0.15 };

/** Two crew are no two cars, and the whole of "seven of the nine" is not what was counted: what else fits comes first. */
function rankOf({ a, b, relation, noun }: ValuePair): number {
  const isOther = noun === 0 && a.of.length > 0 && b.of.length > 0;
  return isOther || isWhole(a, b) || isWhole(b, a) ? -1 : RANK[relation];
}

const isWhole = (count: Value, share: Value): boolean =>
  count.dimension === "count" && share.dimension === "share" && share.sides?.[1] === count.figure && share.sides[0] !== count.figure;

export function typeOf(value: Value): DifferenceType {
  if (value.dimension === "date" || value.dimension === "clock") return "date";
  return value.dimension === "duration" ? "duration" : "number";
}

/** "In 2026, in May": the year is settled with the month. Also a day within the month that was settled. */
function holds(outer: Value, inner: Value): boolean {
  if (outer.dimension !== "date" || inner.dimension !== "date") return false;
  return outer.readings.some((x) => inner.readings.some((y) => x[0] <= y[0] && y[1] <= x[1]));
}

/**
 * Values are paired by what they count and by the words around them, never by order. A value that has an equal on the
 * other side is settled; of the rest the nearest of kin are set against each other.
 */
export function valueDifferences(a: Clause, b: Clause, context: CompareContext): WeighedDifference[] {
  const pairs = valuePairs(a, b, context).toSorted((x, y) => rankOf(y) - rankOf(x) || y.kin - x.kin);
  const settled = new Set<Value>([...settleSums(a, b), ...settleSums(b, a)]);
  const found: WeighedDifference[] = [];
  for (const { a: x, b: y, relation, kin } of pairs) {
    if (settled.has(x) || settled.has(y) || kin < (LEAST[relation] ?? 0)) continue;
    settled.add(x).add(y);
    if (relation === "conflict") found.push(valueDifference(a, b, x, y, false, kin));
    else {
      for (const value of a.values) if (holds(value, x) || holds(x, value)) settled.add(value);
      for (const value of b.values) if (holds(value, y) || holds(y, value)) settled.add(value);
      if (relation === "compatible" && x.exact.toLowerCase() !== y.exact.toLowerCase())
        found.push(valueDifference(a, b, x, y, true, kin));
    }
  }
  return found;
}

export function valueDifference(
  a: Clause,
  b: Clause,
  x: Value,
  y: Value,
  compatible: boolean,
  kin: number,
): WeighedDifference {
  return {
    type: typeOf(x.dimension === "count" ? y : x),
    compatible,
    a: { source: a.source, start: x.start, end: x.end, exact: x.exact },
    b: { source: b.source, start: y.start, end: y.end, exact: y.exact },
    why: describe(x, y, compatible),
    strength: Math.min(1, kin),
  };
}
