import { givesValue, valueRarity } from "../align/value-rarity.ts";
import type { Clause } from "../differences/clause.ts";
import { compareValues, standsFor } from "../values/compare-values.ts";
import type { Rates } from "../values/compare-values.ts";
import type { Value } from "../values/value.ts";
import type { CaseReading } from "./reading.ts";

/** What there is to say of the values of a claim and of a source; the last four of how rare they are. */
export const VALUE_FEATURES = [
  "valueSame",
  "valueSameAny",
  "valueConflict",
  "valueConflictAny",
  "kindHere",
  "leastSame",
  "leastSameSource",
  "coarse",
  "rareSame",
  "rareSameAny",
  "rareSameSource",
  "rarestSame",
] as const;

/** The claim's values in the best passages: found as they are, or another one in their place. */
export function valueFeatures(claim: Clause, found: readonly (readonly Value[])[], reading: CaseReading, source: number): number[] {
  if (claim.values.length === 0) return [0.5, 0.5, 0, 0, 0, 0.5, 0.5, 0, 0, 0, 0, 0];
  const { index } = reading;
  const relations = Array.from(found, (values) => Array.from(claim.values, (value) => relation(value, values, index.rates)));
  const share = (test: (one: Relation) => boolean, rows: typeof relations) =>
    claim.values.filter((_, v) => rows.some((row) => row[v] !== undefined && test(row[v]))).length / claim.values.length;
  const kinds = new Set(found[0]?.map(({ dimension }) => dimension));
  const everywhere = reading.values(source);
  return [
    share(({ same }) => same, relations.slice(0, 1)),
    share(({ same }) => same, relations),
    share(({ same, conflict }) => conflict && !same, relations.slice(0, 1)),
    share(({ same, conflict }) => conflict && !same, relations),
    claim.values.filter(({ dimension }) => kinds.has(dimension)).length / claim.values.length,
    share(({ same }) => same, relations) === 1 ? 1 : 0,
    claim.values.every((value) => isGiven(value, everywhere, index.rates)) ? 1 : 0,
    Math.max(0, ...claim.values.map((value) => coarseness(value, found.slice(0, 2).flat(), index.rates))),
    ...rareFeatures(claim, found, reading, everywhere),
  ];
}

/**
 * A value that no other claim of the case gives, and that stands here, is hardly there by chance: by how much (log) it
 * tells the claim apart, over all values that the best passage, the best three and the whole source give, and at most.
 */
function rareFeatures(
  claim: Clause,
  found: readonly (readonly Value[])[],
  { index }: CaseReading,
  everywhere: readonly Value[],
): [number, number, number, number] {
  let [here, any, source, most] = [0, 0, 0, 0];
  for (const value of claim.values) {
    if (!givesValue(index, everywhere, value)) continue;
    const rarity = valueRarity(index, value);
    source += rarity;
    if (found.some((values) => givesValue(index, values, value))) any += rarity;
    if (!givesValue(index, found[0] ?? [], value)) continue;
    here += rarity;
    most = Math.max(most, rarity);
  }
  return [here, any, source, most];
}

interface Relation {
  same: boolean;
  conflict: boolean;
}

function relation(value: Value, others: readonly Value[], rates: Rates): Relation {
  const found = { same: false, conflict: false };
  for (const other of others) {
    const one = compareValues(value, other, rates);
    found.same ||= standsFor(one);
    found.conflict ||= one === "conflict";
  }
  return found;
}

const isGiven = (value: Value, others: readonly Value[], rates: Rates): boolean =>
  others.some((other) => standsFor(compareValues(value, other, rates)));

/** A container: by how much (log) the narrowest value that holds the claim's is wider than it ("March" for a day of it). */
function coarseness(value: Value, others: readonly Value[], rates: Rates): number {
  const width = ({ readings: [first] }: Value) => (first === undefined ? 0 : Math.abs(first[1] - first[0]));
  let least = Infinity;
  for (const other of others) {
    if (other.dimension !== value.dimension || compareValues(value, other, rates) !== "compatible") continue;
    least = Math.min(least, Math.log((width(other) + 1) / (width(value) + 1)));
  }
  return least === Infinity ? 0 : least;
}
