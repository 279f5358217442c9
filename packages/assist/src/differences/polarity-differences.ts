import { quoted } from "@assay/domain";
import { kept } from "../memo/kept.ts";
import { opposites } from "./antonyms.ts";
import { type Clause, passageOf } from "./clause.ts";
import type { CompareContext, WeighedDifference } from "./difference.ts";
import { denied, type Negation } from "./polarity.ts";
import { type ReadToken } from "./read-token.ts";

/** A clause is compared with many others; what its words weigh is added up once. */
const weighed = new WeakMap<Clause, { context: CompareContext; sum: number }>();

function weightOf(clause: Clause, context: CompareContext): number {
  const known = weighed.get(clause);
  if (known?.context === context) return known.sum;
  let sum = 0;
  for (const word of clause.stems) sum += context.weight?.(word) ?? 1;
  weighed.set(clause, { context, sum });
  return sum;
}

/** Share of the poorer clause's content words that the other has. */
export function sharedWords(a: Clause, b: Clause, context: CompareContext): number {
  const least = Math.min(weightOf(a, context), weightOf(b, context));
  if (least === 0) return 0;
  let shared = 0;
  for (const word of a.stems) if (b.stems.has(word)) shared += context.weight?.(word) ?? 1;
  return Math.min(1, shared / least);
}

interface Denial {
  clause: Clause;
  negation: Negation;
  words: ReadToken[];
}

/** From the negator to the last of the denied words that both clauses have. */
function span({ clause, negation, words }: Denial): { start: number; end: number } {
  const at = clause.tokens[negation.at];
  const last = words.at(-1);
  return { start: at?.start ?? 0, end: Math.max(at?.end ?? 0, last?.end ?? 0) };
}

/** What one clause denies and the other says without denying it. */
function denials(a: Clause, b: Clause): { denial: Denial; said: ReadToken[] }[] {
  const found: { denial: Denial; said: ReadToken[] }[] = [];
  for (const negation of a.negations) {
    if (negation.open) continue;
    const reach = a.tokens.slice(negation.from, negation.to).filter((token) => token.content);
    const words: ReadToken[] = [];
    const said: ReadToken[] = [];
    for (const word of reach) {
      if (denied(a.negations, a.tokens.indexOf(word)) === null) continue;
      const at = word.lower === "one" || isGreeting(b.tokens, word) ? -1 : b.tokens.findIndex((token) => token.content && token.stem === word.stem);
      const token = b.tokens[at];
      if (!token) continue;
      words.push(word);
      if (denied(b.negations, at) === null && !negatedNear(b, at)) said.push(token);
      else {
        said.length = 0;
        break;
      }
    }
    if (said.length > 0 && deniesWhatIsShared(a, negation, words)) found.push({ denial: { clause: a, negation, words }, said });
  }
  return found;
}

const isGreeting = (tokens: readonly ReadToken[], { stem }: ReadToken): boolean =>
  stem === "good" && tokens.some(({ lower }, at) => lower === "good" && /^(?:morning|afternoon|evening|night)$/.test(tokens[at + 1]?.lower ?? ""));

/** "No new date is set" denies a date: to have "set" in common is not enough. */
function deniesWhatIsShared({ tokens }: Clause, { at, from, to }: Negation, words: readonly ReadToken[]): boolean {
  if (tokens[at]?.lower !== "no") return true;
  const phrase = tokens.slice(from, to);
  const end = phrase.findIndex(({ content }) => content);
  const rest = phrase.findIndex(({ content }, i) => i > end && !content);
  const denied = rest < 0 ? phrase : phrase.slice(0, rest);
  return denied.some((token) => words.includes(token));
}

/** A negator in the same stretch: "a link had not been established", "it binds nobody" deny what stands before them too. */
function negatedNear(clause: Clause, at: number): boolean {
  return clause.negations.some((negation) => {
    const [from, to] = negation.at < at ? [negation.at, at] : [at, negation.at];
    return (
      to - from <= 8 &&
      !clause.tokens.slice(from, to).some((token) => /^([.,;:!?“”"()—–]|but|and|because|although)$/.test(token.lower))
    );
  });
}

/**
 * What is denied first, its manner aside, is what the denial is of: "did not pass over Ukraine" denies no Ukraine, "never
 * sailed into the harbour" no harbour.
 */
function deniesFirst({ clause, negation, words }: Denial): boolean {
  const first = clause.tokens.slice(negation.from, negation.to).find(({ content, lower }) => content && !lower.endsWith("ly"));
  return first === undefined || words.includes(first);
}

const BESIDE = 0.4;

function negationDifferences(a: Clause, b: Clause, overlap: number, flip: boolean): WeighedDifference[] {
  return denials(a, b).map(({ denial, said }) => {
    const not = span(denial);
    const [start, end] = [Math.min(...said.map((token) => token.start)), Math.max(...said.map((token) => token.end))];
    const [x, y] = [passageOf(a, not.start, not.end), passageOf(b, start, end)];
    const reach = denial.clause.tokens
      .slice(denial.negation.from, denial.negation.to)
      .filter((token) => token.content).length;
    return {
      type: "negation" as const,
      compatible: false,
      a: flip ? y : x,
      b: flip ? x : y,
      why: `One says ${quoted(y.exact)}, the other denies it: ${quoted(x.exact)}.`,
      strength: Math.min(1, overlap * (0.4 + 0.6 * (said.length / Math.max(1, reach)))) * (deniesFirst(denial) ? 1 : BESIDE),
    };
  });
}

const OUTCOME = /^(postpon|delay|defer|reschedul|cancel|scrap|abandon|convict|guilty|acquit|clear|exonerat|innocent)$/;

/**
 * The words of a clause that name opposites, with those that do not stand there as well: few, so that most pairs of clauses
 * are done with at once.
 */
const naming = kept((clause: Clause) =>
  clause.tokens.flatMap((word, at) => {
    if (!word.content || opposites(word.stem).size === 0 || isTurnOfPhrase(clause.tokens, at)) return [];
    return [{ word, at, opposites: [...opposites(word.stem)].filter((opposite) => !clause.stems.has(opposite)) }];
  }),
);

/** "Last Friday" is no end, "every day" no opposite of the night, "sent back" no support, "it fell to Ms Aro to" no fall. */
export function isTurnOfPhrase(tokens: readonly ReadToken[], at: number): boolean {
  const [before, word, after] = [tokens[at - 1]?.lower ?? "", tokens[at]?.lower ?? "", tokens[at + 1]?.lower ?? ""];
  if (word === "last") return TIME.test(after);
  if (word === "day" || word === "night") return /^(?:a|an|each|every|per|the|one|same|that|this|next|opening|all)$/.test(before);
  if ((word === "fell" || word === "falls") && after === "to") return before === "it" && tokens[at + 2]?.kind !== "number";
  return word === "back" && !/^(?:the|a|an|his|her|their|its|such|this|that|any|it|them|\p{Lu}.*)$/u.test(after);
}

const TIME = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|week(?:end)?|month|year|night|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|few|two|three|time|century|decade)s?$/;

function antonymDifferences(a: Clause, b: Clause, overlap: number, { similar }: CompareContext): WeighedDifference[] {
  const found: WeighedDifference[] = [];
  const add = (i: number, j: number): void => {
    const [x, y] = [a.tokens[i], b.tokens[j]];
    if (!x || !y || ofOtherThings(a, i, b, j, similar) || (denied(a.negations, i) === null) !== (denied(b.negations, j) === null)) return;
    const [left, right] = [passageOf(a, x.start, x.end), passageOf(b, y.start, y.end)];
    found.push({
      type: OUTCOME.test(x.stem) && OUTCOME.test(y.stem) ? "outcome" : "negation",
      compatible: false,
      a: left,
      b: right,
      why: `${quoted(left.exact)} and ${quoted(right.exact)} exclude each other.`,
      strength: overlap,
    });
  };
  for (const { at, opposite } of opposedIn(a, b)) add(at, contentAt(b, opposite));
  for (const { word, at, opposite } of opposedIn(b, a)) {
    // A pair of the list was met from the other side.
    if (!opposites(opposite).has(word.stem)) add(contentAt(a, opposite), at);
  }
  return found;
}

/** Words that stand before what they tell of: of two things they are no opposites ("the last stands", "the first strikes"). */
const QUALITY = /^(?:first|last|new|old|young|big|large|small|long|short|high|low|early|late|strong|weak|heavy|light|hot|cold|full|empty|rich|poor)$/;
const ALIKE = 0.5;

function ofOtherThings(a: Clause, i: number, b: Clause, j: number, similar: CompareContext["similar"]): boolean {
  if (!QUALITY.test(a.tokens[i]?.lower ?? "") || !QUALITY.test(b.tokens[j]?.lower ?? "")) return false;
  const things = (clause: Clause, at: number): readonly ReadToken[] => {
    const after = clause.tokens.slice(at + 1, at + 4);
    const end = after.findIndex(({ content }) => !content);
    return end < 0 ? after : after.slice(0, end);
  };
  const [xs, ys] = [things(a, i), things(b, j)];
  if (xs.length === 0 || ys.length === 0) return false;
  return !xs.some((x) => ys.some((y) => x.stem === y.stem || (similar?.(x.lower, y.lower) ?? 0) >= ALIKE));
}

/** Words of one clause whose opposite stands in the other alone, and which do not stand there themselves. */
function opposedIn(a: Clause, b: Clause): { word: ReadToken; at: number; opposite: string }[] {
  const found: { word: ReadToken; at: number; opposite: string }[] = [];
  for (const { word, at, opposites: named } of naming(a)) {
    if (b.stems.has(word.stem)) continue;
    for (const opposite of named) if (b.stems.has(opposite)) found.push({ word, at, opposite });
  }
  return found;
}

const contentAt = (clause: Clause, stem: string): number =>
  clause.tokens.findIndex((token) => token.content && token.stem === stem);

const asks = ({ text }: Clause): boolean => text.includes("?") && /\?["”’)]*\s*$/.test(text);

/** Nothing is denied in either, and no word of one has its opposite in the other. */
const isPlain = (a: Clause, b: Clause): boolean =>
  a.negations.length === 0 && b.negations.length === 0 && opposedIn(a, b).length === 0 && opposedIn(b, a).length === 0;

/** Denials and opposites. A question says nothing, and two clauses that share few words are not about one thing, whatever they deny. */
export function polarityDifferences(a: Clause, b: Clause, context: CompareContext): WeighedDifference[] {
  if (isPlain(a, b) || asks(a) || asks(b)) return [];
  const overlap = sharedWords(a, b, context);
  if (overlap < 0.05) return [];
  return [
    ...negationDifferences(a, b, overlap, false),
    ...negationDifferences(b, a, overlap, true),
    ...antonymDifferences(a, b, overlap, context),
  ];
}
