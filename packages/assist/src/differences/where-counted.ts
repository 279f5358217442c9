import { stem } from "../values/stem.ts";
import type { Value } from "../values/value.ts";
import type { Clause } from "./clause.ts";

/** How far from its number the name stands of whose number it is, in words. */
const NAMED_REACH = 9;
const LOCATING = /^(?:in|at|near|across|inside|throughout)$/;
const STOPS = /^[.;:!?—–“”"()]$/;

/**
 * Where, or among whom, a number was counted: the name behind "in" and its like ("75 people in Iran"), else the nearest name
 * in front ("Israeli rescue workers counted three"). Empty where the clause names nothing.
 */
export function whereCounted(clause: Clause, value: Value): readonly string[] {
  const known = places.get(value);
  if (known !== undefined) return known;
  const found = placesOf(clause, value);
  places.set(value, found);
  return found;
}

/** A value is compared with many others. */
const places = new WeakMap<Value, readonly string[]>();

function placesOf(clause: Clause, value: Value): readonly string[] {
  const [start, end] = [value.start - clause.start, value.end - clause.start];
  const first = clause.tokens.findIndex((token) => token.end > start);
  const last = clause.tokens.findLastIndex((token) => token.start < end);
  const behind = upTo(clause.tokens.slice(last + 1, last + 1 + NAMED_REACH), ({ kind, text }) => kind === "number" || STOPS.test(text));
  for (const [at, { lower }] of behind.entries()) {
    if (!LOCATING.test(lower)) continue;
    const rest = behind.slice(behind[at + 1]?.lower === "the" ? at + 2 : at + 1);
    const names = upTo(rest, ({ name }) => !name).filter(isPlace);
    if (names.length > 0) return names.map(({ stem: word }) => word);
  }
  const before = clause.tokens.slice(Math.max(0, first - NAMED_REACH), first);
  const near = before.slice(before.findLastIndex(({ text }) => STOPS.test(text)) + 1);
  return near.filter((token) => (token.name || (token.capital && token.content)) && isPlace(token)).slice(-1).map(({ stem: word }) => word);
}

function upTo<One>(list: readonly One[], ends: (one: One) => boolean): readonly One[] {
  const end = list.findIndex(ends);
  return end < 0 ? list : list.slice(0, end);
}

const isPlace = ({ stem: word }: { stem: string }): boolean => !DAYS.has(word);
const DAYS = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september " +
    "october november december"
  )
    .split(" ")
    .map(stem),
);

/** "Iran" and "Iranian" are one. */
const SAME_LETTERS = 4;

/** Both say where they count, and not at one place. */
export function countedElsewhere(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((x) => b.some((y) => x.slice(0, SAME_LETTERS) === y.slice(0, SAME_LETTERS)));
}
