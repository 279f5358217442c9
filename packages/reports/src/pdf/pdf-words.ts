import { isolated } from "@assay/domain";

/**
 * Words as a page can carry them. Controls are taken out, since no page shows them; what is no character at all stands
 * as its code, so that a name of nothing else still names something; a word that is longer than a line may break; where
 * the writing runs from right to left, or a mark of direction hides in it, the words are closed off, so that what stands
 * beside them keeps its place.
 */
export function pageWords(words: string, uncovered: ReadonlySet<number>): string {
  if (PLAIN.test(words) && !LONG.test(words)) return words;
  const clean = words
    .replace(/\r\n?/gu, "\n")
    .replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, (one) => (one === "\t" ? " " : ""))
    .replace(/\p{Cn}/gu, code)
    .replace(/[^\s\u200B]{50,}/gu, (word) => word.replace(/(?:\P{M}\p{M}*){40}(?=.)/gu, "$&\u200B"));
  const shown = uncovered.size === 0 ? clean : clean.replace(/\P{ASCII}/gu, (one) => codeFor(one, uncovered));
  return isolated(shown);
}

/** Nearly everything: ASCII and common typography, which the first typefaces have. */
const PLAIN = /^[\n\x20-\x7E·–—‘’“”…]*$/u;
const LONG = /[^\s]{50}/u;

/** Inside a picture words are set letter by letter: scripts that join or stack theirs are told beside it instead. */
export function pictureWords(svg: string): string {
  return svg.replace(/>([^<]+)</gu, (_, words: string) => `>${words.replace(JOINED, "…").replace(/…(?:\s*…)+/gu, "…")}<`);
}

const JOINED = /[^\p{ASCII}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}–—‘’“”…·\u00A0\u202F]+/gu;

/** What stands for a character that no typeface has: its code, never an empty box. */
function codeFor(character: string, uncovered: ReadonlySet<number>): string {
  return uncovered.has(character.codePointAt(0) ?? 0) ? code(character) : character;
}

function code(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;
}

export const UNCOVERED_NOTE =
  "Some characters are in no typeface that this file carries; each is printed as its Unicode number, such as " +
  "[U+13000]. The JSON export has the characters themselves.";

export function isRightToLeft(words: string): boolean {
  const strong = /[\p{L}]/u.exec(words)?.[0];
  return strong !== undefined && /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(strong);
}

/** Every string inside a plain value, changed. */
export function mapStrings<T>(value: T, change: (words: string) => string): T {
  if (typeof value === "string") return change(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => mapStrings(item, change)) as T;
  if (typeof value !== "object" || value === null) return value;
  const made: Record<string, unknown> = {};
  for (const key of Object.keys(value)) made[key] = mapStrings((value as Record<string, unknown>)[key], change);
  return made as T;
}

/** The characters beyond ASCII, which every first typeface has. */
export function charactersOf(value: unknown, found: Set<number> = new Set()): Set<number> {
  if (typeof value === "string") {
    for (const [character] of value.matchAll(/\P{ASCII}/gu)) found.add(character.codePointAt(0) ?? 0);
  } else if (Array.isArray(value)) for (const item of value) charactersOf(item, found);
  else if (typeof value === "object" && value !== null) for (const item of Object.values(value)) charactersOf(item, found);
  return found;
}
