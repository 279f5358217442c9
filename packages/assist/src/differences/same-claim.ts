import { type Clause, readClause } from "./clause.ts";
import { polarityDifferences } from "./polarity-differences.ts";
import { valueDifferences } from "./value-differences.ts";

/** Share of the words of each that the other has as well. */
const SHARED = 0.6;
/** "Israel" and "Israeli": as long as this a beginning tells a name. */
const BEGINNING = 4;

/** Somebody says it: a claim that they did, and not that it is so. */
const TOLD = /^(?:say|says|said|tell|tells|told|write|writes|wrote|claim|claims|claimed|announced|according)$/;
/** Without a date of publication a day or a month is no value yet. */
const OF_TIME = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)s?$/;

/**
 * Whether two claims can stand for one another. Stricter than `paraphrases`: where one is put under the other by a single
 * key, nobody may be named in one alone, no figure may differ, and neither may say much that the other does not.
 */
export function isSameClaim(a: string, b: string): boolean {
  const [one, other] = [readClause({ text: a, start: 0, source: "a" }), readClause({ text: b, start: 0, source: "b" })];
  if (Math.min(shared(one, other), shared(other, one)) < SHARED || !mayBeOne(one, other)) return false;
  return [...valueDifferences(one, other, {}), ...polarityDifferences(one, other, {})].every(({ compatible }) => compatible);
}

/** Whether two claims speak of the same people and places, and both or neither of what somebody says. */
export function mayBeOne(a: Clause, b: Clause): boolean {
  return isTold(a) === isTold(b) && !namesMore(a, b) && !namesMore(b, a);
}

const isTold = ({ tokens }: Clause): boolean => tokens.some(({ lower }) => TOLD.test(lower));

function shared(a: Clause, b: Clause): number {
  return a.stems.size === 0 ? 0 : [...a.stems].filter((stem) => b.stems.has(stem)).length / a.stems.size;
}

/** A name of which the other has no part; the first word of a claim is taken for one where no article leads it. */
function namesMore(a: Clause, b: Clause): boolean {
  const theirs = new Set(b.tokens.filter(({ content }) => content).map(({ lower }) => lower));
  const isThere = (lower: string): boolean =>
    [...theirs].some((one) => one === lower || (Math.min(one.length, lower.length) >= BEGINNING && (one.startsWith(lower) || lower.startsWith(one))));
  let run: string[] = [];
  for (const [at, { name, content, lower, start }] of a.tokens.entries()) {
    const isValue = OF_TIME.test(lower) || a.values.some((value) => value.start <= start && start < value.end);
    if ((name || (at === 0 && content)) && !isValue) {
      run.push(lower);
      continue;
    }
    if (run.length > 0 && !run.some(isThere)) return true;
    run = [];
  }
  return run.length > 0 && !run.some(isThere);
}
