import { describe } from "./describe.ts";
import { compareValues, type Rates, type ValueRelation } from "../values/compare-values.ts";
import type { Value } from "../values/value.ts";
import type { DifferenceType } from "../suggestion.ts";
import { stem } from "../values/stem.ts";
import type { Clause } from "./clause.ts";
import type { CompareContext, WeighedDifference } from "./difference.ts";

interface Pair {
  a: Value;
  b: Value;
  relation: ValueRelation;
  /** How surely the two values measure the same thing, 0 to 1. */
  kin: number;
}

const PEOPLE = new Set(
  "person people man woman resident worker passenger employee staff patient protester demonstrator voter member lawmaker legislator mp senator deputy councillor child student victim casualty soldier officer raider thief robber suspect intruder attacker gunman"
    .split(" ")
    .map(stem),
);

/** Share of the words in which two counted nouns meet; people are people, whatever they are called. */
function sameNoun(a: string[], b: string[], context: CompareContext): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [headA, headB] = [a.at(-1) ?? "", b.at(-1) ?? ""];
  if (a.some((word) => b.includes(word))) return headA === headB ? 1 : 0.8;
  if (a.some((word) => PEOPLE.has(word)) && b.some((word) => PEOPLE.has(word))) return 0.5;
  const near = Math.max(...a.flatMap((x) => b.map((y) => context.similar?.(x, y) ?? 0)));
  return near >= 0.55 ? near * 0.8 : 0;
}

/** Content stems near the value, its own words left out. */
function around(clause: Clause, value: Value): Map<string, number> {
  const near = new Map<string, number>();
  const [start, end] = [value.start - clause.start, value.end - clause.start];
  const first = clause.tokens.findIndex((token) => token.end > start);
  const last = clause.tokens.findLastIndex((token) => token.start < end);
  clause.tokens.forEach((token, index) => {
    if (!token.content || (index >= first && index <= last)) return;
    const distance = index < first ? first - index : index - last;
    const weight = 1 / (1 + distance / 4);
    near.set(token.stem, Math.max(near.get(token.stem) ?? 0, weight));
  });
  return near;
}

/** Weighted share of the context words of the poorer side that the other side has too. */
function sameContext(a: Map<string, number>, b: Map<string, number>, context: CompareContext): number {
  const weigh = (words: Map<string, number>): number => {
    let sum = 0;
    for (const [word, weight] of words) sum += weight * (context.weight?.(word) ?? 1);
    return sum;
  };
  const total = Math.min(weigh(a), weigh(b));
  if (total === 0) return 0;
  let shared = 0;
  for (const [word, weight] of a) {
    const other = b.get(word);
    if (other !== undefined) shared += Math.min(weight, other) * (context.weight?.(word) ?? 1);
  }
  return Math.min(1, shared / total);
}

function kinship(a: Value, b: Value, noun: number, context: number, alone: boolean): number {
  const lone = alone ? 0.15 : 0;
  if (a.dimension === "count" || a.dimension === "ordinal" || b.dimension === "count") {
    if (a.of.length === 0 || b.of.length === 0) return 0.7 * context + lone;
    return noun === 0 ? 0.35 * context : 0.45 * noun + 0.4 * context + lone;
  }
  if (a.dimension === "age") return 0.4 * context + (alone ? 0.4 : 0.1);
  if (a.dimension === "score") return 0.6 + 0.4 * context;
  const unit = a.unit === b.unit ? 0.1 : 0;
  return 0.2 * noun + 0.7 * context + unit + lone;
}

function pairsOf(a: Clause, b: Clause, context: CompareContext, rates: Rates | undefined): Pair[] {
  const pairs: Pair[] = [];
  const nearA = a.values.map((value) => around(a, value));
  const nearB = b.values.map((value) => around(b, value));
  const many = (values: Value[], value: Value): number =>
    values.filter((other) => other.dimension === value.dimension).length;
  a.values.forEach((x, i) => {
    b.values.forEach((y, j) => {
      const relation = compareValues(x, y, rates);
      if (relation === "unrelated" || relation === "unknown") return;
      const near = sameContext(nearA[i] ?? new Map(), nearB[j] ?? new Map(), context);
      const alone = many(a.values, x) === 1 && many(b.values, y) === 1;
      pairs.push({ a: x, b: y, relation, kin: kinship(x, y, sameNoun(x.of, y.of, context), near, alone) });
    });
  });
  return pairs;
}

const RANK: Record<ValueRelation, number> = { same: 2, compatible: 1, conflict: 0, unknown: 0, unrelated: 0 };
/** Below this two values of one kind are taken to be about different things. */
const KIN = 0.3;

export function typeOf(value: Value): DifferenceType {
  if (value.dimension === "date" || value.dimension === "clock") return "date";
  return value.dimension === "duration" ? "duration" : "number";
}

/**
 * Values are paired by what they count and by the words around them, never by order. A value that has an equal on the
 * other side is settled; of the rest the nearest of kin are set against each other.
 */
export function valueDifferences(a: Clause, b: Clause, context: CompareContext): WeighedDifference[] {
  const pairs = pairsOf(a, b, context, context.rates).toSorted(
    (x, y) => RANK[y.relation] - RANK[x.relation] || y.kin - x.kin,
  );
  const settled = new Set<Value>();
  const found: WeighedDifference[] = [];
  for (const { a: x, b: y, relation, kin } of pairs) {
    if (settled.has(x) || settled.has(y)) continue;
    if (relation === "conflict" && kin < KIN) continue;
    if (relation === "compatible" && kin < KIN / 2) continue;
    settled.add(x);
    settled.add(y);
    if (relation === "same") continue;
    if (relation === "compatible" && !worthShowing(x, y)) continue;
    const compatible = relation !== "conflict";
    found.push({
      type: typeOf(x),
      compatible,
      a: { source: a.source, start: x.start, end: x.end, exact: x.exact },
      b: { source: b.source, start: y.start, end: y.end, exact: y.exact },
      why: describe(x, y, compatible),
      strength: Math.min(1, kin),
    });
  }
  return found;
}

/** Compatible values are shown when they are worded differently, not when one merely repeats the other. */
function worthShowing(a: Value, b: Value): boolean {
  return a.exact.toLowerCase() !== b.exact.toLowerCase();
}
