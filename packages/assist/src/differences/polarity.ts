import type { ReadToken } from "./read-token.ts";

/** One negator and the words it reaches. Indices are of the clause's tokens. */
export interface Negation {
  at: number;
  /** First and one past the last token within its reach. */
  from: number;
  to: number;
  /** "could not", "not known": the sentence leaves the matter open. */
  open: boolean;
}

const NEGATORS =
  /^(not|never|no|none|nobody|nothing|neither|nor|without|cannot|hardly|barely|nowhere|\w+n't|dont|doesnt|didnt|cant|wont)$/;
/** Verbs that deny what they govern; "failed" and "refused" only before "to". */
const DENYING = /^(deny|denied|denies|denying|lack|lacked|lacks|exclude|excludes|excluded)$/;
const BEFORE_TO = /^(fail|failed|fails|refuse|refused|refuses|refusing|decline|declined|declines)$/;
const BEFORE_OUT = /^(rule|ruled|rules|ruling|leave|leaves|left)$/;
const NEVER_NEGATES = /^(no|number)$/;
const BREAK = /^(but|because|although|though|while|whereas|since|until|unless|if|so|and|or|which|who|that)$/;
const OPENING =
  /^(know|known|confirm|confirmed|say|clear|decided|decide|determined|rule|comment|disclose|disclosed|certain|sure)$/;

/** The negators of a clause and what each of them denies: to the next break, at most a dozen words on. */
export function negations(tokens: ReadToken[]): Negation[] {
  const found: Negation[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token || token.kind !== "word") continue;
    const negates = NEGATORS.test(token.lower);
    const next = tokens[index + 1]?.lower;
    const denies =
      DENYING.test(token.lower) ||
      (BEFORE_TO.test(token.lower) && next === "to") ||
      (BEFORE_OUT.test(token.lower) && next === "out");
    if (!negates && !denies) continue;
    if (NEVER_NEGATES.test(token.lower) && (tokens[index + 1]?.text === "." || tokens[index + 1]?.kind === "number"))
      continue;
    if (
      /^(not|no)$/.test(token.lower) &&
      /^(only|just|merely|longer|doubt|least|less|more|fewer|later)$/.test(tokens[index + 1]?.lower ?? "")
    ) {
      if (tokens[index + 1]?.lower !== "longer") continue;
    }
    // As a subject ("No link … was found") it denies the verb too.
    const most = /^(no|without|nor|neither)$/.test(token.lower) && index > 1 ? 8 : 14;
    let to = index + 1;
    let words = 0;
    while (to < tokens.length && words < most) {
      const word = tokens[to];
      if (!word) break;
      if (/^[.;:!?—–“”"()]$/.test(word.text)) break;
      if (words > 0 && (BREAK.test(word.lower) || word.text === ",")) break;
      if (word.kind === "word") words += 1;
      to += 1;
    }
    // "Not published until the 27th" says when, not that.
    if (/^(until|before)$/.test(tokens[to]?.lower ?? "") && token.lower !== "no") continue;
    const open = tokens.slice(index + 1, index + 4).some((word) => OPENING.test(word.lower));
    found.push({ at: index, from: index + 1, to, open });
  }
  return found;
}

/** Twice denied is said: "did not rule out", "no one denies". */
export function denied(negated: Negation[], index: number): Negation | null {
  const reaching = negated.filter((negation) => negation.from <= index && index < negation.to);
  return reaching.length % 2 === 1 ? (reaching.at(-1) ?? null) : null;
}
