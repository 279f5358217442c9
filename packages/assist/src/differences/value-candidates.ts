import type { CaseReading } from "../judge/reading.ts";
import type { Dimension, Value } from "../values/value.ts";
import type { Clause } from "./clause.ts";
import type { CompareContext } from "./difference.ts";
import type { SentencePair } from "./sentence-pairs.ts";
import { type ValuePair, valuePairs } from "./value-differences.ts";

const KINDS: Dimension[][] = [
  ["count"],
  ["share", "points"],
  ["money"],
  ["length", "area", "volume", "mass", "speed"],
  ["duration"],
  ["date"],
  ["clock"],
  ["age"],
  ["ordinal"],
  ["score"],
];

/** What a pair of values is judged by. The order is that of the rows, and of the weights that were fitted on them. */
export const VALUE_FEATURES: readonly string[] = [
  "kin",
  "likeness",
  "words",
  "gist",
  "near",
  "noun",
  "alone",
  "rank",
  "apart",
  "sameUnit",
  "digits",
  "rivalSame",
  "rivalOther",
  "deictic",
  "scored",
  ...KINDS.map(([kind]) => `is.${kind}`),
];

export interface ValueCandidate extends ValuePair {
  left: Clause;
  right: Clause;
  pair: SentencePair;
  row: number[];
}

const DEICTIC = /^(?:yesterday|today|tonight|last night|overnight|this |now)/i;

/** Distance of two values, 0 when equal: by size, for dates by the days between. */
function apart(a: Value, b: Value): number {
  const middle = ({ readings }: Value): number => ((readings[0]?.[0] ?? 0) + (readings[0]?.[1] ?? 0)) / 2;
  const [x, y] = [middle(a), middle(b)];
  if (a.dimension === "date") return Math.min(4, Math.log10(1 + Math.abs(x - y)));
  if (a.dimension === "clock") return Math.min(4, Math.abs(x - y) / 120);
  if (x <= 0 || y <= 0) return x === y ? 0 : 4;
  return Math.min(4, Math.abs(Math.log(x / y)));
}

/** "168" and "186", "40" and "400": the same digits in another order, or one of them lost. */
function sameDigits(a: Value, b: Value): number {
  const digits = ({ exact }: Value): string => exact.replace(/\D/g, "");
  const [x, y] = [digits(a), digits(b)];
  if (x.length < 2 || y.length < 2 || x === y) return 0;
  const sorted = (text: string): string => [...text].toSorted((one, other) => one.localeCompare(other)).join("");
  return sorted(x) === sorted(y) || x.replace(/0+$/, "") === y.replace(/0+$/, "") ? 1 : 0;
}

/** All pairs of values of two sources that may measure the same thing, each with its row of features. */
export function valueCandidates(
  reading: CaseReading,
  group: readonly SentencePair[],
  context: CompareContext,
): ValueCandidate[] {
  const found: ValueCandidate[] = group.flatMap((pair) => {
    const [left, right] = [reading.sentence(pair.a), reading.sentence(pair.b)];
    return valuePairs(left, right, context).map((values) => ({ ...values, left, right, pair, row: [] }));
  });
  const score = ({ kin, pair }: ValueCandidate): number => kin * (0.5 + pair.likeness);
  const best = { same: new Map<Value, number>(), other: new Map<Value, [number, number]>() };
  for (const candidate of found) {
    const value = score(candidate);
    for (const side of [candidate.a, candidate.b]) {
      if (candidate.relation !== "conflict") best.same.set(side, Math.max(best.same.get(side) ?? 0, value));
      else {
        const [first, second] = best.other.get(side) ?? [0, 0];
        best.other.set(side, value > first ? [value, first] : [first, Math.max(second, value)]);
      }
    }
  }
  const rival = (side: Value, own: number): number => {
    const [first, second] = best.other.get(side) ?? [0, 0];
    return first > own ? first : second;
  };
  for (const candidate of found) {
    const { a, b, pair } = candidate;
    const own = score(candidate);
    candidate.row = [
      candidate.kin,
      pair.likeness,
      pair.words,
      pair.gist,
      candidate.near,
      candidate.noun,
      candidate.alone ? 1 : 0,
      pair.rank,
      apart(a, b),
      a.unit === b.unit ? 1 : 0,
      sameDigits(a, b),
      Math.max(best.same.get(a) ?? 0, best.same.get(b) ?? 0) - own,
      Math.max(rival(a, own), rival(b, own)) - own,
      DEICTIC.test(a.exact) || DEICTIC.test(b.exact) ? 1 : 0,
      own,
      ...KINDS.map((kinds) => (kinds.includes(a.dimension) ? 1 : 0)),
    ];
  }
  return found;
}
