import { dayNumber, monthNamed, monthSpan, ordinalNamed, partsOf, weekdayNamed, yearSpan } from "./calendar.ts";
import type { Scan } from "./scan.ts";
import type { ReadDate } from "./read-date.ts";
import { relativeDate } from "./relative-dates.ts";
import { valueAt } from "./value-at.ts";
import type { Value } from "./value.ts";

const year = (text: string | undefined): number | undefined =>
  text !== undefined && /^(1[4-9]|20)\d\d$/.test(text) ? Number(text) : undefined;

interface DayOfMonth {
  day: number;
  next: number;
}

/** "16", "16th", "the seventh", "twenty-first" */
function dayOfMonth({ tokens }: Scan, from: number): DayOfMonth | null {
  let at = from;
  if (tokens[at]?.lower === "the") at += 1;
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === "number") {
    if (!/^\d{1,2}$/.test(token.text)) return null;
    const day = Number(token.text);
    if (day < 1 || day > 31) return null;
    const suffix = tokens[at + 1];
    const ordinal = suffix && suffix.start === token.end && /^(st|nd|rd|th)$/.test(suffix.lower);
    return { day, next: at + (ordinal ? 2 : 1) };
  }
  const joined = tokens[at + 1]?.text === "-" ? `${token.lower}-${tokens[at + 2]?.lower ?? ""}` : "";
  const compound = joined === "" ? undefined : ordinalNamed(joined);
  if (compound !== undefined) return { day: compound, next: at + 3 };
  const single = ordinalNamed(token.lower);
  return single === undefined ? null : { day: single, next: at + 1 };
}

/** Where no year is printed: the years that put this day within nine months of publication, the nearest first. */
function openYears(month: number, published: number | undefined, day = 15): number[] {
  if (published === undefined) return [NO_YEAR];
  const near = partsOf(published).year;
  const distance = (candidate: number): number => Math.abs(dayNumber(candidate, month, day) - published);
  return [near - 1, near, near + 1].filter((y) => distance(y) < 274).toSorted((a, b) => distance(a) - distance(b));
}

/** A year that stands for "the same as the other's": without a publication date only day and month are compared. */
const NO_YEAR = 4;

/** Absolute dates: "16 February 2026", "March 2", "2026-02-16", "February 2026", "in 2017", "the 1980s". */
function absoluteDate(scan: Scan, index: number, published: number | undefined): ReadDate | null {
  const { tokens } = scan;
  const token = tokens[index];
  if (!token) return null;
  const iso = token.kind === "number" ? /^(\d{4})-(\d{2})-(\d{2})\b/.exec(scan.text.slice(token.start, token.start + 10)) : null;
  if (iso) {
    const day = dayNumber(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return { readings: [[day, day]], next: index + 5, unit: "day" };
  }
  const first = dayOfMonth(scan, index);
  if (first) {
    let at = first.next;
    if (tokens[at]?.lower === "of") at += 1;
    // "from 3 to 8 August", "19 and 20 June", "3-8 August"
    let last = first.day;
    if (/^(to|and|or|-|–|until)$/.test(tokens[at]?.lower ?? "")) {
      const second = dayOfMonth(scan, at + 1);
      if (second && monthNamed(tokens[second.next]?.text ?? "") !== undefined) {
        last = second.day;
        at = second.next;
      }
    }
    const month = monthNamed(tokens[at]?.text ?? "");
    if (month !== undefined) return dayIn(scan, at + 1, month, first.day, last, published);
  }
  const month = monthNamed(token.text);
  if (month !== undefined) {
    const dot =
      tokens[index + 1]?.text === "." && token.text.length <= 4 && !/^(may|june|july)$/.test(token.lower) ? 1 : 0;
    const day = dayOfMonth(scan, index + 1 + dot);
    if (day && tokens[index + 1 + dot]?.kind === "number" && year(tokens[index + 1 + dot]?.text) === undefined) {
      const dash = /^[-–]$/.test(tokens[day.next]?.text ?? "") ? dayOfMonth(scan, day.next + 1) : null;
      return dayIn(scan, dash?.next ?? day.next, month, day.day, dash?.day ?? day.day, published);
    }
    const at = index + 1 + dot;
    const lastYear = tokens[at]?.lower === "last" && tokens[at + 1]?.lower === "year";
    const printed = year(tokens[at]?.text) ?? year(tokens[at]?.text === "," ? tokens[at + 1]?.text : undefined);
    if (token.lower === "may" && index === 0 && printed === undefined) return null;
    const next = printed === undefined ? at : at + (tokens[at]?.text === "," ? 2 : 1);
    const back = lastYear && published !== undefined ? partsOf(published).year - 1 : undefined;
    const which = printed ?? back;
    const years = which === undefined ? openYears(month, published) : [which];
    return { readings: years.map((y) => monthSpan(y, month)), next: lastYear ? at + 2 : next, unit: "month" };
  }
  return yearAlone(scan, index);
}

function dayIn(
  scan: Scan,
  from: number,
  month: number,
  first: number,
  last: number,
  published: number | undefined,
): ReadDate {
  const { tokens } = scan;
  const comma = tokens[from]?.text === "," ? 1 : 0;
  const printed = year(tokens[from + comma]?.text);
  const lastYear = tokens[from]?.lower === "last" && tokens[from + 1]?.lower === "year" && published !== undefined;
  const which = printed ?? (lastYear ? partsOf(published).year - 1 : undefined);
  const years = which === undefined ? openYears(month, published, first) : [which];
  const next = printed !== undefined ? from + comma + 1 : lastYear ? from + 2 : from;
  return {
    readings: years.map((y) => [dayNumber(y, month, first), dayNumber(y, month, Math.max(first, last))]),
    next,
    unit: first === last ? "day" : "span",
  };
}

function yearAlone({ tokens }: Scan, index: number): ReadDate | null {
  const token = tokens[index];
  if (token?.kind !== "number") return null;
  const printed = year(token.text);
  if (printed === undefined) return null;
  const before = tokens[index - 1]?.lower ?? "";
  const after = tokens[index + 1];
  if (after && after.start === token.end && after.lower === "s")
    return { readings: [[dayNumber(printed, 1, 1), dayNumber(printed + 9, 12, 31)]], next: index + 2, unit: "span" };
  if (after?.kind === "word" && after.start === token.end) return null;
  const introduced =
    /^(in|since|of|by|until|till|from|before|after|during|early|late|mid|to|,|\(|and|or|year|for|-|–)$/.test(before);
  if (!introduced && after?.kind === "word") return null;
  return { readings: [yearSpan(printed)], next: index + 1, unit: "year" };
}

const PARTS = new Set(["early", "late", "mid"]);

/** "early-17th-century", "the 17th century" */
function century({ tokens }: Scan, index: number): ReadDate | null {
  const early = PARTS.has(tokens[index]?.lower ?? "") ? tokens[index]?.lower : undefined;
  let at = early ? index + (tokens[index + 1]?.text === "-" ? 2 : 1) : index;
  const number = tokens[at];
  const named = number?.kind === "number" ? Number(number.text) : ordinalNamed(number?.lower ?? "");
  if (number?.kind === "number" && !/^(st|nd|rd|th)$/.test(tokens[at + 1]?.lower ?? "")) return null;
  if (named === undefined || named < 1 || named > 21) return null;
  at += number?.kind === "number" ? 2 : 1;
  if (tokens[at]?.text === "-") at += 1;
  if (tokens[at]?.lower !== "century") return null;
  const from = (named - 1) * 100;
  const [low, high] =
    early === "early" ? [0, 35] : early === "late" ? [65, 100] : early === "mid" ? [30, 70] : [0, 100];
  return { readings: [[dayNumber(from + low, 1, 1), dayNumber(from + high, 12, 31)]], next: at + 1, unit: "span" };
}

/** The date at token `index`, or null. A weekday in front of a full date belongs to it. */
export function readDate(scan: Scan, index: number, published: number | undefined): ReadDate | null {
  const { tokens } = scan;
  if (weekdayNamed(tokens[index]?.text ?? "") !== undefined) {
    const comma = tokens[index + 1]?.text === "," ? 2 : 1;
    const full = absoluteDate(scan, index + comma, published);
    if (full && full.unit === "day") return full;
  }
  const read = century(scan, index) ?? absoluteDate(scan, index, published) ?? relativeDate(scan, index, published);
  if (!read) return null;
  return read;
}

export function dateValue(scan: Scan, index: number, read: ReadDate): Value {
  const before = scan.tokens[index - 1]?.lower ?? "";
  const bound = /^(about|around)$/.test(before) ? "about" : "exact";
  return valueAt(scan, index, read.next, { dimension: "date", readings: read.readings, bound, unit: read.unit });
}
