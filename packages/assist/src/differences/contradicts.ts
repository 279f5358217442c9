import { opposed } from "./antonyms.ts";
import { type Clause, readClause } from "./clause.ts";
import { type ReadToken } from "./read-token.ts";
import type { CompareContext } from "./difference.ts";
import { valueDifferences } from "./value-differences.ts";

/** Two sentences have to be about one scene before a denial in one of them speaks of the other. */
const COVERED = 0.8;
const ALIKE = 0.7;

/** Words that only say that there is something; "a man is not playing" and "there is no man playing" say one thing. */
const EMPTY = new Set(["there", "nobody", "someone", "somebody", "person", "people", "man", "woman", "one"]);

function words(clause: Clause): ReadToken[] {
  return clause.tokens.filter((token) => token.content && !EMPTY.has(token.stem) && !NEGATOR.test(token.lower));
}

const NEGATOR = /^(?:not|never|no|none|nobody|nothing|neither|without|cannot|\w+n't)$/;

/** Best likeness of a word among others, 0 to 1. */
function nearest(token: ReadToken, others: ReadToken[], context: CompareContext): number {
  let best = 0;
  for (const other of others) {
    if (other.stem === token.stem) return 1;
    const near = context.similar?.(token.lower, other.lower) ?? 0;
    if (near >= ALIKE && !opposed(token.stem, other.stem)) best = Math.max(best, near);
  }
  return best;
}

/** Share of the words of the poorer sentence that the other has, or has the like of. */
export function coverage(a: ReadToken[], b: ReadToken[], context: CompareContext): number {
  const [poor, rich] = a.length <= b.length ? [a, b] : [b, a];
  if (poor.length === 0) return 0;
  return poor.reduce((sum, token) => sum + nearest(token, rich, context), 0) / poor.length;
}

/** Share of the denied words, manner left out, that the other sentence says. */
function covers(denying: ReadToken[], saying: ReadToken[], context: CompareContext): number {
  const told = denying.filter((token) => !token.lower.endsWith("ly"));
  if (told.length === 0) return 0;
  return told.reduce((sum, token) => sum + nearest(token, saying, context), 0) / told.length;
}

/** Denials of a sentence that are not lifted again. */
function denials(clause: Clause): number {
  // "A man without a shirt", "with no shirt" describe him; they deny nothing.
  const describes = (at: number): boolean =>
    clause.tokens[at]?.lower === "without" || clause.tokens[at - 1]?.lower === "with";
  return clause.tokens.filter((token, at) => NEGATOR.test(token.lower) && !describes(at)).length;
}

/**
 * Can two sentences on one scene not both hold? One denies what the other says, or they have opposite words in the same
 * place. Sentences that are merely about different things are not contradictory.
 */
export function contradicts(a: string, b: string, context: CompareContext = {}): boolean {
  const [x, y] = [readClause({ text: a, start: 0, source: "a" }), readClause({ text: b, start: 0, source: "b" })];
  const [xs, ys] = [words(x), words(y)];
  const covered = coverage(xs, ys, context);
  const [nx, ny] = [denials(x), denials(y)];
  if (nx > 0 !== ny > 0) {
    // What is denied must be said by the other in full: "no man dances on the road" leaves room for a man who dances.
    if (otherPeople(x, y)) return false;
    const [denying, saying] = nx > 0 ? [xs, ys] : [ys, xs];
    return covers(denying, saying, context) >= COVERED;
  }
  if (nx + ny > 0) return false;
  // "A dog is running", "a dog is sitting": two dogs. Only of one and the same thing do opposites exclude each other.
  if (indefinite(x) || indefinite(y)) return false;
  if (covered >= 0.5 && opposites(xs, ys)) return true;
  return covered >= 0.8 && valueDifferences(x, y, context).some((found) => !found.compatible && found.strength >= 0.6);
}

const MALE = /^(?:man|men|boy|boys|he|gentleman|male)$/;
const FEMALE = /^(?:woman|women|girl|girls|she|lady|ladies|female)$/;

/** Only men in the one and only women in the other: what is denied of him may be true of her. */
function otherPeople(a: Clause, b: Clause): boolean {
  const has = (clause: Clause, words: RegExp): boolean => clause.tokens.some((token) => words.test(token.lower));
  const only = (clause: Clause, these: RegExp, those: RegExp): boolean => has(clause, these) && !has(clause, those);
  return (only(a, MALE, FEMALE) && only(b, FEMALE, MALE)) || (only(a, FEMALE, MALE) && only(b, MALE, FEMALE));
}

/** Does the sentence begin with something not yet spoken of: "a", "some", "three", "two of"? */
function indefinite({ tokens, values }: Clause): boolean {
  const first = tokens[0];
  if (!first) return true;
  return /^(an?|some|someone|somebody|there|another|one)$/.test(first.lower) || values[0]?.start === first.start;
}

/** One word apart, and that word the opposite. */
function opposites(a: ReadToken[], b: ReadToken[]): boolean {
  const [only, other] = [rest(a, b), rest(b, a)];
  return only.length <= 3 && other.length <= 3 && only.some((x) => other.some((y) => opposed(x.stem, y.stem)));
}

const rest = (a: ReadToken[], b: ReadToken[]): ReadToken[] => a.filter((x) => !b.some((y) => y.stem === x.stem));
