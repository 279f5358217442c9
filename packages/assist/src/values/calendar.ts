/** Days since 1970-01-01, by the proleptic Gregorian calendar; month is 1 to 12. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / 86_400_000);
}

export function partsOf(day: number): { year: number; month: number; day: number; weekday: number } {
  const date = new Date(day * 86_400_000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

export const monthSpan = (year: number, month: number): [number, number] => [
  dayNumber(year, month, 1),
  dayNumber(year, month + 1, 1) - 1,
];

export const yearSpan = (year: number): [number, number] => [dayNumber(year, 1, 1), dayNumber(year, 12, 31)];

/** An ISO date or date-time as a day number; undefined when it is none. */
export function publishedDay(published: string | undefined): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(published ?? "");
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

const MONTHS = "january february march april may june july august september october november december".split(" ");
const DAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");

/** The names and their beginnings of three letters up to `longest`; the first of two that begin alike has it. */
function shortened(names: readonly string[], longest: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    for (let length = 3; length <= longest; length += 1) {
      const short = name.slice(0, length);
      if (!found.has(short)) found.set(short, index);
    }
    found.set(name, index);
  }
  return found;
}

const MONTH_NAMES = shortened(MONTHS, 4);
const DAY_NAMES = shortened(DAYS, 5);
/** Every word of a text is asked for; none of these names is longer or shorter. */
const mayBeNamed = (word: string): boolean => word.length >= 3 && word.length <= 9;
const hasCapital = (word: string): boolean => word.charCodeAt(0) >= 65 && word.charCodeAt(0) <= 90;

/** 1 to 12 for "March", "Mar", "Sept"; their capital keeps "May" and "Mar" from the words "may" and "mar". */
export function monthNamed(word: string): number | undefined {
  if (!mayBeNamed(word) || !hasCapital(word)) return undefined;
  const index = MONTH_NAMES.get(word.toLowerCase());
  return index === undefined ? undefined : index + 1;
}

/** 0 (Sunday) to 6 for a weekday's name; shortened only with a capital. */
export function weekdayNamed(word: string): number | undefined {
  if (!mayBeNamed(word)) return undefined;
  if (hasCapital(word)) return DAY_NAMES.get(word.toLowerCase());
  return word.length >= 6 ? DAY_NAMES.get(word) : undefined;
}

const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

const BY_ORDINAL: ReadonlyMap<string, number> = new Map([...ORDINALS.map((word, index): [string, number] => [word, index + 1]), ["thirtieth", 30]]);

/** 1 for "first", 21 for "twenty" + "first" (given as one word with a hyphen), 3 for "3rd" read elsewhere. */
export function ordinalNamed(word: string): number | undefined {
  const known = BY_ORDINAL.get(word);
  if (known !== undefined || !word.includes("-")) return known;
  const tens = /^(twenty|thirty)-(\w+)$/.exec(word);
  const rest = tens ? ORDINALS.indexOf(tens[2] ?? "") : -1;
  return tens && rest >= 0 && rest < 9 ? (tens[1] === "twenty" ? 21 : 31) + rest : undefined;
}
