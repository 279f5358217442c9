import { monthSpan, partsOf, weekdayNamed, yearSpan } from "./calendar.ts";
import type { ReadDate } from "./read-date.ts";
import { readNumber } from "./numbers.ts";
import type { Scan } from "./scan.ts";

const LENGTH: Record<string, number> = {
  day: 1,
  night: 1,
  week: 7,
  fortnight: 14,
  month: 30.4,
  year: 365.25,
  decade: 3652.5,
};
const SEASONS: Record<string, [number, number]> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  fall: [9, 11],
  winter: [12, 14],
};

const length = (word: string): number | undefined => LENGTH[word] ?? LENGTH[word.replace(/s$/, "")];
const day = (at: number, next: number): ReadDate => ({ readings: [[at, at]], next, unit: "day" });
const span = (from: number, to: number, next: number): ReadDate => ({ readings: [[from, to]], next, unit: "span" });

/** Monday of the week that holds `at`. */
const monday = (at: number): number => at - ((partsOf(at).weekday + 6) % 7);

/** A month or a year away is less exact than a number of days; words round more than figures. */
function around(at: number, unit: string, count: number, next: number): ReadDate {
  const size = length(unit) ?? 1;
  const loose =
    size >= 365 ? 183 * Math.max(1, count / 4) : size > 25 ? 10 + count * 2 : size >= 7 ? 1 + Math.floor(count / 3) : 0;
  return { readings: [[Math.round(at - loose), Math.round(at + loose)]], next, unit: loose === 0 ? "day" : "span" };
}

/** Dates reckoned from the day of publication. Without one there is nothing to reckon from. */
export function relativeDate(scan: Scan, index: number, published: number | undefined): ReadDate | null {
  if (published === undefined) return null;
  return (
    simple(scan, index, published) ??
    beside(scan, index, published) ??
    named(scan, index, published) ??
    weekday(scan, index, published) ??
    counted(scan, index, published)
  );
}

const SIMPLE = new Set("today tonight yesterday tomorrow this last overnight the end start beginning middle".split(" "));

function simple({ tokens }: Scan, index: number, published: number): ReadDate | null {
  const at = (offset: number): string => tokens[index + offset]?.lower ?? "";
  if (!SIMPLE.has(at(0))) return null;
  const part = /^(morning|afternoon|evening|night)$/;
  const after = part.test(at(1)) ? index + 2 : index + 1;
  if (at(0) === "today" || at(0) === "tonight") return day(published, index + 1);
  if (at(0) === "yesterday") return day(published - 1, after);
  if (at(0) === "tomorrow") return day(published + 1, after);
  if (at(0) === "this" && part.test(at(1))) return day(published, index + 2);
  if (at(0) === "last" && at(1) === "night") return day(published - 1, index + 2);
  if (at(0) === "overnight") return span(published - 1, published, index + 1);
  if (at(0) === "the" && at(1) === "weekend") return span(monday(published) - 2, monday(published) + 6, index + 2);
  // "the end of the month", "the start of next year"
  const edge = /^(end|start|beginning|middle)$/.test(at(0))
    ? 0
    : at(0) === "the" && /^(end|start|beginning|middle)$/.test(at(1))
      ? 1
      : -1;
  if (edge >= 0 && at(edge + 1) === "of") {
    const which = /^(the|this|next|last)$/.test(at(edge + 2)) ? at(edge + 2) : "";
    const unit = at(edge + 3);
    if (which !== "" && /^(month|year|week)$/.test(unit)) {
      const shift = which === "next" ? 1 : which === "last" ? -1 : 0;
      const [low, high] = period(unit, published, shift);
      const size = high - low + 1;
      const third = Math.ceil(size / 3);
      const word = at(edge);
      const next = index + edge + 4;
      if (word === "end")
        return span(high - (unit === "month" ? 5 : third - 1), high + (unit === "month" ? 1 : 0), next);
      if (word === "middle") return span(low + third, high - third, next);
      return span(low, low + third, next);
    }
  }
  return null;
}

/** "the day after tomorrow", "the week before last", "the new year", "before the month is out", "by the year's end" */
function beside({ tokens }: Scan, index: number, published: number): ReadDate | null {
  const at = (offset: number): string => tokens[index + offset]?.lower ?? "";
  if (at(0) !== "the") return null;
  const three = `${at(1)} ${at(2)} ${at(3)}`;
  if (three === "day after tomorrow") return day(published + 2, index + 4);
  if (three === "day before yesterday") return day(published - 2, index + 4);
  const steps = at(2) === "after" && at(3) === "next" ? 2 : at(2) === "before" && at(3) === "last" ? -2 : 0;
  if (steps !== 0 && /^(week|month|year)$/.test(at(1))) return span(...period(at(1), published, steps), index + 4);
  if (at(1) === "new" && at(2) === "year" && !/^['’]|^(?:group|budget)$/.test(at(3))) {
    const { year, month } = partsOf(published);
    return span(...monthSpan(month <= 2 ? year : year + 1, 1), index + 3);
  }
  const unit = at(1).replace(/['’]s$/, "");
  if (!/^(week|month|year)$/.test(unit)) return null;
  const high = period(unit, published, 0)[1];
  if (at(2) === "is" && at(3) === "out") return span(published, high, index + 4);
  const own = unit !== at(1) ? 2 : /^['’]s?$/.test(at(2)) ? (at(3) === "s" ? 4 : 3) : 0;
  if (own === 0 || at(own) !== "end") return null;
  const [low] = period(unit, published, 0);
  return span(high - Math.floor((high - low) / 3), high, index + own + 1);
}

function period(unit: string, published: number, shift: number): [number, number] {
  const now = partsOf(published);
  if (unit === "week") return [monday(published) + 7 * shift, monday(published) + 7 * shift + 6];
  if (unit === "year") return yearSpan(now.year + shift);
  return monthSpan(now.year, now.month + shift);
}

const SHIFTS = new Map([
  ["last", -1],
  ["this", 0],
  ["next", 1],
  ["coming", 1],
  ["the", 0],
]);
const WHICH = new Set(["last", "next", "this"]);

/** "this month", "last year", "next week", "last autumn", "the spring", "this weekend" */
function named({ tokens }: Scan, index: number, published: number): ReadDate | null {
  const which = tokens[index]?.lower ?? "";
  const shift = SHIFTS.get(which);
  if (shift === undefined) return null;
  const word = tokens[index + 1]?.lower ?? "";
  if (/^(month|year|week)$/.test(word) && which !== "the") {
    const [low, high] = period(word, published, shift);
    return {
      readings: [[low, high]],
      next: index + 2,
      unit: word === "month" ? "month" : word === "year" ? "year" : "span",
    };
  }
  if (word === "weekend" && which !== "the") {
    const saturday = monday(published) + 5 + 7 * shift;
    return span(saturday, saturday + 1, index + 2);
  }
  const season = SEASONS[word];
  if (!season) return null;
  const { year } = partsOf(published);
  const spans = [year - 1, year, year + 1].map((y): [number, number] => [
    monthSpan(y, season[0])[0],
    monthSpan(y, season[1])[1],
  ]);
  const past = spans.findLast(([low]) => low <= published);
  const coming = spans.find(([, high]) => high >= published);
  const readings =
    shift < 0
      ? [past, spans.findLast(([, high]) => high < published)]
      : shift > 0 || which === "this"
        ? [coming]
        : [past, coming];
  return { readings: readings.filter((reading) => reading !== undefined), next: index + 2, unit: "span" };
}

/** "Thursday", "last Friday", "next Thursday", "Monday of last week", "a week on Tuesday" */
function weekday({ tokens }: Scan, index: number, published: number): ReadDate | null {
  const at = (offset: number): string => tokens[index + offset]?.lower ?? "";
  const shift = WHICH.has(at(0)) ? 1 : 0;
  const name = weekdayNamed(tokens[index + shift]?.text ?? "");
  if (name === undefined) return null;
  const today = partsOf(published).weekday;
  const back = published - ((today - name + 7) % 7);
  const ahead = published + ((name - today + 7) % 7);
  const part = /^(morning|afternoon|evening|night)$/.test(at(shift + 1)) ? 1 : 0;
  const next = index + shift + 1 + part;
  if (
    at(shift + 1 + part) === "of" &&
    /^(last|this|next)$/.test(at(shift + 2 + part)) &&
    at(shift + 3 + part) === "week"
  ) {
    const week = { last: -1, this: 0, next: 1 }[at(shift + 2 + part)] ?? 0;
    return day(monday(published) + 7 * week + ((name + 6) % 7), next + 3);
  }
  if (shift === 1 && at(0) === "last") {
    const strictly = back === published ? back - 7 : back;
    return { readings: [[strictly, strictly]], next, unit: "day" };
  }
  if (shift === 1 && at(0) === "next") {
    // Both readings are in use: the coming one, and the one of the week after.
    const coming = ahead === published ? ahead + 7 : ahead;
    const inNextWeek = monday(published) + 7 + ((name + 6) % 7);
    return {
      readings: [
        [coming, coming],
        [inNextWeek, inNextWeek],
      ],
      next,
      unit: "day",
    };
  }
  const readings: [number, number][] =
    back === ahead
      ? [[back, back]]
      : [
          [back, back],
          [ahead, ahead],
        ];
  return { readings, next, unit: "day" };
}

/** "three weeks ago", "in six weeks' time", "a fortnight tomorrow", "three weeks from tomorrow", "within 30 days" */
function counted(scan: Scan, index: number, published: number): ReadDate | null {
  const { tokens } = scan;
  const inFront = tokens[index]?.lower === "in" || tokens[index]?.lower === "within";
  const from = inFront ? index + 1 : index;
  const read = readNumber(tokens, from);
  if (!read && tokens[from]?.lower !== "a" && tokens[from]?.lower !== "an") return null;
  const at = read?.next ?? from + 1;
  const unit = (tokens[at]?.lower ?? "").replace(/'s?$/, "").replace(/s'?$/, "");
  const size = length(unit);
  if (size === undefined) return null;
  const count = read?.value ?? 1;
  let next = at + 1;
  if (tokens[next]?.text === "'" || tokens[next]?.text === "’") next += 1;
  const word = tokens[next]?.lower ?? "";
  const distance = count * size;
  if (word === "ago") return around(published - distance, unit, count, next + 1);
  if (word === "time" && inFront) return around(published + distance, unit, count, next + 1);
  if (word === "from" && /^(now|today)$/.test(tokens[next + 1]?.lower ?? ""))
    return around(published + distance, unit, count, next + 2);
  if (word === "from" && tokens[next + 1]?.lower === "tomorrow")
    return day(Math.round(published + 1 + distance), next + 2);
  if ((word === "tomorrow" || word === "today") && size >= 7)
    return day(Math.round(published + distance + (word === "tomorrow" ? 1 : 0)), next + 1);
  const on = word === "on" ? 1 : 0;
  const name = weekdayNamed(tokens[next + on]?.text ?? "");
  if (name !== undefined && size >= 7 && !inFront) {
    const coming = published + ((name - partsOf(published).weekday + 7) % 7);
    return day(Math.round(coming + distance), next + on + 1);
  }
  return null;
}
