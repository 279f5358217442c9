import { isStop, stem } from "../values/stem.ts";
import { type Token, tokenize } from "../values/tokens.ts";
import type { Value } from "../values/value.ts";
import { readValues } from "../values/read-values.ts";
import { type Negation, negations } from "./polarity.ts";

/** A clause as it stands in its source; `start` is the offset of its first character there. */
export interface ClauseInput {
  text: string;
  start: number;
  source: string;
  published?: string | undefined;
}

export interface ReadToken extends Token {
  stem: string;
  content: boolean;
  /** A name: a capital inside the clause, or in front of another capital. */
  name: boolean;
}

/** A clause, read once: every comparison works on this. Offsets of tokens count from the clause, values from the source. */
export interface Clause extends ClauseInput {
  tokens: ReadToken[];
  values: Value[];
  negations: Negation[];
  /** Stems of the content words. */
  stems: Set<string>;
}

export function readClause(input: ClauseInput): Clause {
  const plain = tokenize(input.text);
  const tokens = plain.map((token, index): ReadToken => {
    const content = token.kind === "word" && token.text.length > 1 && !isStop(token.lower);
    const capital = /^\p{Lu}/u.test(token.text);
    const next = plain[index + 1];
    const name = content && capital && (index > 0 || (next !== undefined && /^\p{Lu}\p{Ll}/u.test(next.text)));
    return { ...token, stem: token.kind === "word" ? stem(token.lower) : token.lower, content, name };
  });
  const values = readValues(input.text, input.start, input.published);
  const stems = new Set(tokens.filter((token) => token.content).map((token) => token.stem));
  return { ...input, tokens, values, negations: negations(tokens), stems };
}

export const passageOf = (
  clause: Clause,
  start: number,
  end: number,
): { source: string; start: number; end: number; exact: string } => ({
  source: clause.source,
  start: clause.start + start,
  end: clause.start + end,
  exact: clause.text.slice(start, end),
});
