import type { DifferenceType } from "../suggestion.ts";
import { compareValues, type ValueRelation } from "../values/compare-values.ts";
import type { Value } from "../values/value.ts";
import type { Clause } from "./clause.ts";
import { closeness } from "./closeness.ts";
import { describe } from "./describe.ts";
import type { CompareContext, WeighedDifference } from "./difference.ts";
import { around, countedByDoing, fateOf, isBetween, kinship, type NearWord, sameContext, sameNoun } from "./kinship.ts";
import { settleSums } from "./sums.ts";
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

/** Every two values of one kind, with how they stand and how surely they measure the same thing. */
export function valuePairs(a: Clause, b: Clause, context: CompareContext): ValuePair[] {
  if (a.values.length === 0 || b.values.length === 0) return [];
  const pairs: ValuePair[] = [];
  const nearA = a.values.map((value) => around(a, value, context));
  const nearB = b.values.map((value) => around(b, value, context));
  const many = (values: Value[], { dimension }: Value): number =>
    values.filter((other) => other.dimension === dimension).length;
  const fate = (clause: Clause, value: Value): string | null => (value.dimension === "count" ? fateOf(clause, value) : null);
  const fatesB = b.values.map((value) => fate(b, value));
  const glossedA = a.values.map((value, i) => isGloss(a, value, a.values[i - 1]));
  const glossedB = b.values.map((value, i) => isGloss(b, value, b.values[i - 1]));
  a.values.forEach((x, i) => {
    const fateA = fate(a, x);
    const aroundX = nearA[i] ?? new Map<string, NearWord>();
    b.values.forEach((y, j) => {
      const relation = compareValues(x, y, context.rates);
      if (relation === "unrelated" || relation === "unknown") return;
      if (relation === "conflict" && (glossedA[i] || glossedB[j])) return;
      // The killed and the wounded are two counts, whatever the figures.
      if (fateA !== null && fatesB[j] !== null && fateA !== fatesB[j]) return;
      if (relation === "conflict" && isElsewhere(a, x, b, y)) return;
      if (x.dimension === "duration" && y.dimension === "duration" && isBetween(a, x) !== isBetween(b, y)) return;
      const aroundY = nearB[j] ?? new Map<string, NearWord>();
      const near = sameContext(aroundX, aroundY, context);
      const alone = many(a.values, x) === 1 && many(b.values, y) === 1;
      const named = sameNoun(x, y, context);
      const counts = x.dimension === "count" && y.dimension === "count";
      const noun = named > 0 || !counts ? named : Math.max(countedByDoing(x, aroundY), countedByDoing(y, aroundX));
      const sameFate = fateA !== null && fateA === fatesB[j];
      pairs.push({ a: x, b: y, relation, kin: kinship(x, y, noun, near, alone), near, noun, alone, fate: sameFate });
    });
  });
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
