import type { Token } from "./tokens.ts";

export interface ReadNumber {
  value: number;
  /** Index of the token after the number. */
  next: number;
  /** Half of the last place printed. */
  slack: number;
  /** Printed as part of a whole: "two thirds", "half", "one in three". */
  fraction: boolean;
}

const UNITS: Record<string, number> = Object.fromEntries(
  (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
    "seventeen eighteen nineteen"
  )
    .split(" ")
    .map((word, value) => [word, value]),
);
const TENS: Record<string, number> = Object.fromEntries(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, index) => [word, 20 + index * 10]),
);
const SCALES: Record<string, number> = {
  hundred: 100,
  dozen: 12,
  score: 20,
  thousand: 1e3,
  million: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
};
const PARTS: Record<string, number> = {
  half: 2,
  halves: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  hundredth: 100,
};
const GLYPHS: Record<string, number> = { "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3 };

const part = (word: string): number | undefined => PARTS[word] ?? PARTS[word.replace(/s$/, "")];

function digits(text: string): { value: number; slack: number } {
  const thousands = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(",", "") : undefined;
  const dotted = /^\d{1,3}(?:\.\d{3}){2,}$/.test(text) ? text.replaceAll(".", "") : undefined;
  const plain = thousands ?? dotted ?? text.replace(",", ".");
  const places = /\.(\d+)$/.exec(plain)?.[1]?.length ?? 0;
  return { value: Number.parseFloat(plain), slack: 0.5 / 10 ** places };
}

/** "twenty-six", "a hundred and eighty-six": a plain number in words below a thousand, with its scales. */
function words(tokens: readonly Token[], from: number): { value: number; next: number } | null {
  let total = 0;
  let current = 0;
  let last = 0;
  let found = false;
  let index = from;
  for (;;) {
    const word = tokens[index]?.lower ?? "";
    const unit = UNITS[word];
    const ten = TENS[word];
    if (unit !== undefined && (!found || last === 100 || last > 999 || (last === 10 && unit < 10 && unit > 0))) {
      current += unit;
      last = 1;
    } else if (ten !== undefined && (!found || last === 100 || last > 999)) {
      current += ten;
      last = 10;
    } else if (SCALES[word] !== undefined && (found || word !== "score")) {
      const scale = SCALES[word] ?? 1;
      if (!found) {
        if (index === from && !/^(hundred|dozen|thousand|million|billion|trillion)$/.test(word)) return null;
        current = 1;
      }
      if (scale < 1000) current = (current || 1) * scale;
      else {
        total += (current || 1) * scale;
        current = 0;
      }
      last = scale;
    } else if (found && word === "-" && last === 10 && (UNITS[tokens[index + 1]?.lower ?? ""] ?? 0) > 0) {
      index += 1;
      continue;
    } else if (found && word === "and" && last >= 100 && isNumeral(tokens[index + 1])) {
      index += 1;
      continue;
    } else break;
    found = true;
    index += 1;
  }
  return found ? { value: total + current, next: index } : null;
}

function isNumeral(token: Token | undefined): boolean {
  return token !== undefined && (UNITS[token.lower] !== undefined || TENS[token.lower] !== undefined);
}

/** Words by which a number may begin: every word of a text is asked for. */
const BEGINNINGS: ReadonlySet<string> = new Set([
  ...Object.keys(UNITS),
  ...Object.keys(TENS),
  ...Object.keys(SCALES),
  ...Object.keys(GLYPHS),
  "half",
  "a",
  "an",
]);

/** Is the token at `index` where a number in digits or words begins? */
export function beginsNumber(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === "number" || BEGINNINGS.has(token.lower));
}

/** "four tenths", "a third", "half", "three quarters" at `index`. */
function fraction(tokens: readonly Token[], index: number): ReadNumber | null {
  const first = tokens[index]?.lower ?? "";
  if (first === "half" || first === "halved") return { value: 0.5, next: index + 1, slack: 0, fraction: true };
  const count = first === "a" || first === "an" ? 1 : UNITS[first];
  const gap = tokens[index + 1]?.text === "-" ? 2 : 1;
  const of = part(tokens[index + gap]?.lower ?? "");
  if (count === undefined || count === 0 || of === undefined || count > of) return null;
  // "a second", "one third party": a part needs "a"/"one" with its singular, or a plural.
  const plural = (tokens[index + gap]?.lower ?? "").endsWith("s");
  if (count > 1 && !plural && of !== 2) return null;
  return { value: count / of, next: index + gap + 1, slack: 0, fraction: true };
}

/** Reads the number that begins at token `index`: digits, words, fractions, scales, "and a half", "point seven". */
export function readNumber(tokens: readonly Token[], index: number): ReadNumber | null {
  const first = tokens[index];
  if (!beginsNumber(first) || !first) return null;
  let read = fraction(tokens, index);
  if (!read) {
    if (first.kind === "number") read = { ...digits(first.text), next: index + 1, fraction: false };
    else if (GLYPHS[first.text] !== undefined)
      read = { value: GLYPHS[first.text] ?? 0, next: index + 1, slack: 0, fraction: true };
    else {
      const from = first.lower === "a" || first.lower === "an" ? index + 1 : index;
      if (from > index && tokens[from]?.lower === "couple") {
        const of = tokens[from + 1]?.lower === "of" ? 2 : 1;
        return { value: 2, next: from + of, slack: 0.5, fraction: false };
      }
      if (from > index && SCALES[tokens[from]?.lower ?? ""] === undefined) return null;
      const inWords = words(tokens, from);
      if (!inWords) return null;
      read = { ...inWords, slack: 0, fraction: false };
    }
  }
  return scaled(tokens, spoken(tokens, andPart(tokens, read)));
}

/** "five point seven five" */
function spoken(tokens: readonly Token[], read: ReadNumber): ReadNumber {
  if (tokens[read.next]?.lower !== "point" || read.fraction) return read;
  let text = "";
  let index = read.next + 1;
  for (; UNITS[tokens[index]?.lower ?? ""] !== undefined; index += 1) text += UNITS[tokens[index]?.lower ?? ""];
  if (text === "") return read;
  return { ...read, value: Number(`${read.value}.${text}`), next: index, slack: 0.5 / 10 ** text.length };
}

/** "four and a half", "5½", "two and three quarters" */
function andPart(tokens: readonly Token[], read: ReadNumber): ReadNumber {
  const glyph = GLYPHS[tokens[read.next]?.text ?? ""];
  if (glyph !== undefined && !read.fraction) return { ...read, value: read.value + glyph, next: read.next + 1 };
  const gap = tokens[read.next]?.text === "-" ? 1 : 0;
  if (tokens[read.next + gap]?.lower !== "and" || read.fraction) return read;
  const dash = tokens[read.next + gap + 1]?.text === "-" ? 1 : 0;
  const rest = fraction(tokens, read.next + gap + 1 + dash);
  if (!rest) return read;
  // "Two and a half" is said of 2.4 as well.
  return { ...read, value: read.value + rest.value, next: rest.next, slack: 0.125 };
}

function scaled(tokens: readonly Token[], read: ReadNumber): ReadNumber {
  let result = read;
  const word = tokens[result.next]?.lower ?? "";
  // "half a million", "a quarter of a million"
  if (result.fraction) {
    let at = result.next + (word === "of" ? 1 : 0);
    if (tokens[at]?.lower === "a") at += 1;
    const scale = at > result.next ? SCALES[tokens[at]?.lower ?? ""] : undefined;
    if (scale === undefined) return result;
    return { value: result.value * scale, next: at + 1, slack: 0, fraction: false };
  }
  const hyphen = tokens[result.next]?.text === "-" ? 1 : 0;
  const name = tokens[result.next + hyphen]?.lower ?? "";
  const scale = name === "score" ? undefined : SCALES[name];
  if (scale !== undefined && scale >= 12) {
    const slack = (result.slack === 0 ? 0.5 : result.slack) * scale;
    result = { value: result.value * scale, next: result.next + hyphen + 1, slack, fraction: false };
  }
  return result;
}
