import { isStop, stem } from "../values/stem.ts";
import { tokenize } from "../values/tokens.ts";
import type { Value } from "../values/value.ts";
import { readValues } from "../values/read-values.ts";
import { type Negation, negations } from "./polarity.ts";
import type { ReadToken } from "./read-token.ts";

/** A clause as it stands in its source; `start` is the offset of its first character there. */
export interface ClauseInput {
  text: string;
  start: number;
  source: string;
  published?: string | undefined;
}

/** A clause, read once: every comparison works on this. Offsets of tokens count from the clause, values from the source. */
export interface Clause extends ClauseInput {
  tokens: ReadToken[];
  values: Value[];
  negations: Negation[];
  /** Stems of the content words. */
  stems: Set<string>;
}

function isCapital(text: string): boolean {
  const first = text.charCodeAt(0);
  return first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(text);
}

/** `known` are the values of the very same stretch, where somebody read them before. */
export function readClause(input: ClauseInput, known?: Value[]): Clause {
  const plain = tokenize(input.text);
  const stems = new Set<string>();
  const tokens: ReadToken[] = [];
  for (const [index, { text, lower, start, end, kind }] of plain.entries()) {
    const content = kind === "word" && text.length > 1 && !isStop(lower);
    const capital = isCapital(text);
    const next = plain[index + 1];
    const name = content && capital && (index > 0 || (next !== undefined && /^\p{Lu}\p{Ll}/u.test(next.text)));
    const token = { text, lower, start, end, kind, stem: kind === "word" ? stem(lower) : lower, content, capital, name };
    if (content) stems.add(token.stem);
    tokens.push(token);
  }
  const values = known ?? readValues(input.text, input.start, input.published, plain);
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
