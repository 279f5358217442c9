import { remembered } from "../memo/remembered.ts";

export interface Token {
  text: string;
  lower: string;
  start: number;
  end: number;
  kind: "word" | "number" | "mark";
}

const TOKEN = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|[^\s\p{L}\p{N}]/gu;

/** Words, numbers and single marks with their offsets. Hyphens are marks, so "34-year-old" is five tokens. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0];
    const first = word.charCodeAt(0);
    const kind = first >= 48 && first <= 57 ? "number" : isLetter(first, word) ? "word" : "mark";
    const lower = kind === "word" ? fold(word) : word;
    tokens.push({ text: word, lower, start: match.index, end: match.index + word.length, kind });
  }
  return tokens;
}

const isLetter = (first: number, word: string): boolean => (first < 128 ? (first | 32) >= 97 && (first | 32) <= 122 : /^\p{L}/u.test(word));

const LETTERS: Record<string, string> = {
  ø: "o",
  đ: "d",
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Lower case without accents; spelling and transliteration never make a dispute. */
export const fold = remembered(folded);

function folded(word: string): string {
  const plain = word.toLowerCase().replaceAll("’", "'");
  if (/^[a-z']*$/.test(plain)) return plain;
  return plain
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[øđłßæœðþı]/g, (letter) => LETTERS[letter] ?? letter);
}
