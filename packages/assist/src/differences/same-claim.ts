import { type Clause, readClause } from "./clause.ts";
import { polarityDifferences } from "./polarity-differences.ts";
import { valueDifferences } from "./value-differences.ts";

/** Share of the words of each that the other has as well. */
const SHARED = 0.6;
/** "Israel" and "Israeli": as long as this a beginning tells a name. */
const BEGINNING = 4;

/**
 * Whether two claims can stand for one another. Stricter than `paraphrases`: where one is put under the other by a single
 * key, nobody may be named in one alone, no figure may differ, and neither may say much that the other does not.
 */
export function isSameClaim(a: string, b: string): boolean {
  const [one, other] = [readClause({ text: a, start: 0, source: "a" }), readClause({ text: b, start: 0, source: "b" })];
  if (Math.min(shared(one, other), shared(other, one)) < SHARED) return false;
  if (namesOnly(one, other) || namesOnly(other, one)) return false;
  return [...valueDifferences(one, other, {}), ...polarityDifferences(one, other, {})].every(({ compatible }) => compatible);
}

function shared(a: Clause, b: Clause): number {
  return a.stems.size === 0 ? 0 : [...a.stems].filter((stem) => b.stems.has(stem)).length / a.stems.size;
}

/** Without a date of publication a day or a month is no value yet. */
const OF_TIME = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)s?$/;

/** A name that the other lacks. */
function namesOnly(a: Clause, b: Clause): boolean {
  const theirs = b.tokens.filter(({ content, capital }) => content && capital).map(({ lower }) => lower);
  return a.tokens.some(({ name, lower, start }) => {
    if (!name || OF_TIME.test(lower) || a.values.some((value) => value.start <= start && start < value.end)) return false;
    return !theirs.some((one) => one === lower || (Math.min(one.length, lower.length) >= BEGINNING && (one.startsWith(lower) || lower.startsWith(one))));
  });
}
