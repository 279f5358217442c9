import type { Value } from "../values/value.ts";
import { stem } from "../values/stem.ts";
import type { Clause } from "./clause.ts";
import type { CompareContext } from "./difference.ts";
import type { Surroundings } from "./surroundings.ts";

const PEOPLE = new Set(
  (
    "person people man woman resident worker passenger employee staff patient protester demonstrator voter member " +
    "lawmaker legislator mp senator deputy councillor child student victim casualty soldier officer raider thief " +
    "robber suspect intruder attacker gunman guest visitor traveller customer"
  )
    .split(" ")
    .map(stem),
);
/** From this likeness on two words may name one thing. */
const ALIKE = 0.55;

/** Likeness of what two numbers count, 0 to 1; people are people, whatever they are called. */
export function sameNoun(a: Value, b: Value, context: CompareContext): number {
  if (a.of.length === 0 || b.of.length === 0) return 0;
  if (a.of.at(-1) === b.of.at(-1)) return 1;
  if (a.of.some((word) => b.of.includes(word))) return 0.8;
  if (a.of.some((word) => PEOPLE.has(word)) && b.of.some((word) => PEOPLE.has(word))) return 0.6;
  let near = 0;
  for (const x of a.nouns) for (const y of b.nouns) near = Math.max(near, context.similar?.(x, y) ?? 0);
  return near >= ALIKE ? near * 0.8 : 0;
}

const DERIVED = /^(?:[bdgmnpt]?(?:er|or)|ee|ion|ation|ition|atur|ment|al|ant|ance|ist)$/;

/** "Bidder" of "bid", "signatures" of "sign": the noun names who does what the other word says, or what comes of it. */
export function derives(a: string, b: string): boolean {
  // Nearly all pairs end here: this is asked of every two counts.
  if (a.charCodeAt(0) !== b.charCodeAt(0) || a.charCodeAt(1) !== b.charCodeAt(1)) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const base = short.replace(/e$/, "");
  return base.length >= 3 && long.length > short.length && long.startsWith(base) && DERIVED.test(long.slice(base.length));
}

/** Likeness of a count whose noun the other says as a verb: "11,400 signatures", "14,000 people signed". */
export function countedByDoing(value: Value, { stems }: Surroundings): number {
  for (const noun of value.of) for (const word of stems) if (derives(noun, word)) return 0.7;
  return 0;
}

/** What may have become of people: nobody is counted twice among them, and one such number says nothing of another. */
const FATES: readonly (readonly [string, RegExp])[] = [
  ["dead", /^(?:dead|dying|deaths?|die[ds]?|kill(?:s|ed|ing)?|fatal(?:ly|ity|ities)?|drown(?:s|ed|ing)?|bodies)$/],
  ["hurt", /^(?:hurt|wound(?:s|ed|ing)?|injur(?:e[ds]?|y|ies|ing)|hospital(?:s|i[sz]ed)?)$/],
  ["missing", /^(?:missing|unaccounted)$/],
  ["held", /^(?:arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|custody|jailed)$/],
  ["moved", /^(?:displaced|evacuated|homeless|evacuees)$/],
  ["saved", /^(?:rescued|saved|survivors?|survived)$/],
];
/** How far from its number a fate stands, in words. */
const FATE_REACH = 6;

/** The fate that a number of people is a number of: the word for one that stands nearest. Null without one. */
export function fateOf(clause: Clause, value: Value): string | null {
  const [start, end] = [value.start - clause.start, value.end - clause.start];
  const first = clause.tokens.findIndex((token) => token.end > start);
  const last = clause.tokens.findLastIndex((token) => token.start < end);
  for (let reach = 1; reach <= FATE_REACH; reach += 1) {
    for (const at of [last + reach, first - reach]) {
      const word = clause.tokens[at]?.lower;
      const fate = word === undefined ? undefined : FATES.find(([, words]) => words.test(word));
      if (fate) return fate[0];
    }
  }
  return null;
}

/** More often the day of the telling than of what is told. */
const DEICTIC = /^(?:yesterday|today|tonight|last night|overnight|this (?:week|year|month|morning|afternoon|evening))/i;

/** How surely two values measure the same thing, 0 to 1. `alone`: each is the only one of its kind in its clause. */
export function kinship(a: Value, b: Value, noun: number, near: number, alone: boolean): number {
  const lone = alone ? 1 : 0;
  const bare = a.of.length === 0 || b.of.length === 0;
  if (a.dimension === "count" && b.dimension === "count") {
    if (bare) return 0.6 * near + 0.1 * lone;
    return noun === 0 ? 0.3 * near : 0.5 * noun + 0.35 * near + 0.15 * lone;
  }
  if (a.dimension === "ordinal") return noun === 0 ? 0.4 * near : 0.5 * noun + 0.4 * near + 0.1 * lone;
  // Whose age it is has to be said in both.
  if (a.dimension === "age") return near === 0 ? 0 : 0.6 * near + 0.3 * lone;
  if (a.dimension === "score" || b.dimension === "score") return 0.5 + 0.4 * near;
  if (a.dimension !== b.dimension) return 0.35 * noun + 0.6 * near;
  const told = a.dimension === "date" && (DEICTIC.test(a.exact) || DEICTIC.test(b.exact)) ? 0.2 : 0;
  // Two amounts for the same time ("a month") are the same kind of amount.
  const rate = a.per !== undefined && a.per === b.per ? 0.2 : 0;
  return rate - told + 0.55 * near + 0.1 * noun + 0.05 * (a.unit === b.unit ? 1 : 0) + 0.3 * lone;
}
