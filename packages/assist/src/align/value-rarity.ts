import { kept } from "../memo/kept.ts";
import { compareValues, standsFor } from "../values/compare-values.ts";
import { readValues } from "../values/read-values.ts";
import type { Value } from "../values/value.ts";
import type { AssistClaim } from "../suggestion.ts";
import type { CaseIndex } from "./case-index.ts";

/** A case of fewer claims is taken to have so many: what one of five claims gives is not rare yet. */
const CLAIMS = 24;
/** Small counts stand everywhere: from here on a bare figure is taken for the same thing whatever it counts. */
const LARGE = 13;
const KINDRED = 0.5;

/** The values of each of the case's claims, in their order. */
const valuesOf = kept((index: CaseIndex): readonly Value[][] => {
  const published = publishedOf(index);
  return index.claims.map(({ text }) => readValues(text, 0, published));
});

/** The values of a claim of the case as they were read of it; undefined of any other. */
export function valuesOfClaim(index: CaseIndex, { id, text }: AssistClaim): Value[] | undefined {
  const at = index.claims.findIndex((claim) => claim.id === id && claim.text === text);
  return valuesOf(index)[at];
}

/** Claims have no date of their own: they are read on the day of the first source that has one. */
export const publishedOf = ({ sources }: CaseIndex): string | undefined =>
  sources.find(({ published }) => published !== undefined)?.published;

const known = kept((_: CaseIndex) => new WeakMap<Value, number>());

/** How much (log) a claim's value tells it apart from the other claims of the case. Reckoned once, not for every source. */
export function valueRarity(index: CaseIndex, value: Value): number {
  const before = known(index).get(value);
  if (before !== undefined) return before;
  const all = valuesOf(index);
  const count = all.filter((values) => givesValue(index, values, value)).length;
  const rarity = Math.log((Math.max(CLAIMS, all.length) + 1) / Math.max(1, count));
  known(index).set(value, rarity);
  return rarity;
}

export const givesValue = (index: CaseIndex, values: readonly Value[], value: Value): boolean =>
  values.some((other) => isKindred(index, value, other));

/** One value, and of one thing where both are small numbers of something. */
function isKindred({ rates, vectors }: CaseIndex, a: Value, b: Value): boolean {
  if (!standsFor(compareValues(a, b, rates))) return false;
  const head = b.nouns.at(-1);
  if (a.dimension !== "count" || a.figure >= LARGE || a.of.length === 0 || head === undefined) return true;
  return a.of.some((stem) => b.of.includes(stem)) || a.nouns.some((noun) => vectors.similarity(noun, head) > KINDRED);
}
