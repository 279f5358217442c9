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

/** 1 to 12 for "March", "Mar", "Sept"; `exact` keeps "may" and "mar" the words apart by their capital. */
export function monthNamed(word: string): number | undefined {
  const folded = word.toLowerCase();
  if (!/^\p{Lu}/u.test(word)) return undefined;
  const index = MONTHS.findIndex(
    (name) => name === folded || (folded.length >= 3 && folded.length <= 4 && name.startsWith(folded)),
  );
  return index < 0 ? undefined : index + 1;
}

/** 0 (Sunday) to 6 for a weekday's name. */
export function weekdayNamed(word: string): number | undefined {
  const folded = word.toLowerCase();
  const index = DAYS.findIndex(
    (name) =>
      name === folded || (/^\p{Lu}/u.test(word) && folded.length >= 3 && name.startsWith(folded) && folded.length <= 5),
  );
  return index < 0 ? undefined : index;
}

const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

/** 1 for "first", 21 for "twenty" + "first" (given as one word with a hyphen), 3 for "3rd" read elsewhere. */
export function ordinalNamed(word: string): number | undefined {
  const index = ORDINALS.indexOf(word);
  if (index >= 0) return index + 1;
  if (word === "thirtieth") return 30;
  const tens = /^(twenty|thirty)-(\w+)$/.exec(word);
  const rest = tens ? ORDINALS.indexOf(tens[2] ?? "") : -1;
  return tens && rest >= 0 && rest < 9 ? (tens[1] === "twenty" ? 21 : 31) + rest : undefined;
}
