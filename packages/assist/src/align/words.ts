import { remembered } from "../memo/remembered.ts";
import { fold } from "../values/tokens.ts";

export type WordKind = "plain" | "name" | "number" | "stop";

/** A word of a text as the index knows it: two words with the same `term` are the same word. */
export interface IndexedWord {
  start: number;
  end: number;
  printed: string;
  /** Lower case, no accents, as printed otherwise. */
  word: string;
  /** Light stem, or the number in digits. */
  term: string;
  kind: WordKind;
}

const WORD = /\d+(?:[.,:]\d+)*|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?/gu;

const STOP = new Set(
  (
    "a an the and or but nor so yet if then than that this these those there here it its he him his she her hers they them their " +
    "theirs we us our ours you your yours i me my mine who whom whose which what when where why how of in on at by for from to " +
    "into onto with as about over under after before during between through per is are was were be been being am has have had " +
    "having do does did doing will would shall should can could may might must not no also just very more most much many some any " +
    "all both each other such only own same too up down out off again further once because until while s t said says say"
  ).split(" "),
);

const SMALL: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const TENS: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const ORDINALS: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10 };

export function wordsOf(text: string, from = 0, to = text.length): IndexedWord[] {
  const words: IndexedWord[] = [];
  const piece = text.slice(from, to);
  const shouted = piece === piece.toUpperCase();
  let opens = true;
  for (const match of piece.matchAll(WORD)) {
    const start = from + match.index;
    const end = start + match[0].length;
    const printed = match[0];
    const folded = fold(printed);
    const word = folded.includes("'") ? folded.replace(/'(?:s|re|ve|ll|d|m)?$/, "") : folded;
    if (isDigit(printed.charCodeAt(0))) {
      words.push({ start, end, printed, word, term: digits(printed), kind: "number" });
    } else {
      const number = SMALL[word] ?? TENS[word];
      const previous = words.at(-1);
      if (SMALL[word] !== undefined && previous !== undefined && TENS[previous.word] !== undefined && /^[\s-]$/.test(text.slice(previous.end, start))) {
        // "Thirty-one" is one number.
        previous.term = String((TENS[previous.word] ?? 0) + (SMALL[word] ?? 0));
        previous.end = end;
        previous.printed = text.slice(previous.start, end);
        previous.word = `${previous.word}-${word}`;
      } else if (number !== undefined) words.push({ start, end, printed, word, term: String(number), kind: "number" });
      else if (STOP.has(word)) words.push({ start, end, printed, word, term: word, kind: "stop" });
      else {
        const term = ORDINALS[word] === undefined ? stem(word) : `${ORDINALS[word]}th`;
        const name = !shouted && !opens && isCapital(printed);
        words.push({ start, end, printed, word, term, kind: name ? "name" : "plain" });
      }
    }
    opens = OPENS.has(text.charCodeAt(end));
  }
  return words;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function isCapital(word: string): boolean {
  const first = word.charCodeAt(0);
  return first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(word);
}

/** Marks after which a capital tells no name. */
const OPENS = new Set([".", "!", "?", ":"].map((mark) => mark.charCodeAt(0)));

/** "1,500" and "1500" are one number; "5.50" and "5.5" too. */
function digits(printed: string): string {
  if (/^[1-9]\d*$/.test(printed)) return printed;
  const plain = printed.replace(/,(?=\d{3}(?:\D|$))/g, "");
  return /^\d+\.\d+$/.test(plain) ? String(Number(plain)) : plain.replace(/^0+(?=\d)/, "");
}

/** Light: plural, past and -ing endings only. What it leaves apart the vectors bring together. */
export const stem = remembered(stemOf);

function stemOf(word: string): string {
  let s = word;
  if (s.length > 4 && s.endsWith("ies")) s = `${s.slice(0, -3)}y`;
  else if (s.length > 4 && /(?:ss|sh|ch|x|z)es$/.test(s)) s = s.slice(0, -2);
  else if (s.length > 3 && s.endsWith("s") && !/(?:ss|us|is)$/.test(s)) s = s.slice(0, -1);
  if (s.length > 5 && s.endsWith("ing") && /[aeiouy]/.test(s.slice(0, -3))) s = undouble(s.slice(0, -3));
  else if (s.length > 4 && s.endsWith("ied")) s = `${s.slice(0, -3)}y`;
  else if (s.length > 4 && s.endsWith("ed") && /[aeiouy]/.test(s.slice(0, -2))) s = undouble(s.slice(0, -2));
  if (s.length > 5 && s.endsWith("ly")) s = s.slice(0, -2);
  return s.length > 3 && s.endsWith("e") ? s.slice(0, -1) : s;
}

function undouble(s: string): string {
  return /([bdfgmnprt])\1$/.test(s) ? s.slice(0, -1) : s;
}
