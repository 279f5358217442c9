/** Letters of scripts that are written without spaces. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Words that a line's end divided, as they were put together again. */
export type Joined = string[];

/**
 * One line after the other. A PDF has no line ends of its own: what stands there is a space, or nothing where a word was
 * divided. A hyphen stays where the same words stand with one elsewhere in `wholes`, or where it is no mere division.
 */
export function joinLines(lines: readonly string[], wholes: ReadonlySet<string>, joined: Joined): string {
  let words = lines[0] ?? "";
  for (const next of lines.slice(1)) words = joinTwo(words, next, wholes, joined);
  return words;
}

const DIVIDED = /([\p{L}\p{M}\p{N}]+)([-\u2010\u00AD])$/u;
const FIRST_WORD = /^[\p{L}\p{M}\p{N}]+/u;

function joinTwo(words: string, next: string, wholes: ReadonlySet<string>, joined: Joined): string {
  const divided = DIVIDED.exec(words);
  const rest = FIRST_WORD.exec(next)?.[0];
  if (divided !== null && rest !== undefined) {
    const [, head = "", hyphen = ""] = divided;
    if (!isDivision(head, hyphen, rest, wholes)) return words + next;
    joined.push(head + rest);
    return words.slice(0, -1) + next;
  }
  const isTight = /[—/]$/u.test(words) && !/\s[—/]$/u.test(words);
  if (isTight || (UNSPACED.test(words.at(-1) ?? "") && UNSPACED.test(next.charAt(0)))) return words + next;
  return `${words} ${next}`;
}

function isDivision(head: string, hyphen: string, rest: string, wholes: ReadonlySet<string>): boolean {
  if (hyphen === "\u00AD" || wholes.has((head + rest).toLowerCase())) return true;
  if (wholes.has(`${head}-${rest}`.toLowerCase())) return false;
  return /^\p{Ll}/u.test(rest) && /\p{Ll}$/u.test(head);
}

/** All words of the lines that no line's end divides, with the hyphens they have inside. */
export function wholeWords(lines: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.matchAll(/[\p{L}\p{M}\p{N}]+(?:[-\u2010][\p{L}\p{M}\p{N}]+)*/gu)) found.add(word.toLowerCase().replaceAll("\u2010", "-"));
  }
  return found;
}
