import { weekdayNamed } from "./calendar.ts";
import { readNumber } from "./numbers.ts";
import type { Scan } from "./scan.ts";
import { valueAt } from "./value-at.ts";
import type { Value } from "./value.ts";

interface ReadClock {
  minutes: number;
  /** True when the half of the day is not said: "at nine". */
  either: boolean;
  next: number;
  from: number;
  /** How far the words reach to both sides, in minutes. */
  loose: [number, number];
  zone?: number;
}

const HALF = /^(morning|afternoon|evening|night)$/;

/** "p.m.", "am", "in the morning", "at night" after an hour. */
function half({ tokens, text }: Scan, next: number): { pm: boolean; next: number } | null {
  const token = tokens[next];
  if (!token) return null;
  const written = /^(a|p)\.?\s?m\b\.?/i.exec(text.slice(token.start, token.start + 5));
  if (written) {
    let at = next;
    while (tokens[at] && (tokens[at]?.start ?? 0) < token.start + written[0].length) at += 1;
    return { pm: /^p/i.test(written[0]), next: at };
  }
  const the = /^(?:in|on)$/.test(token.lower) && tokens[next + 1]?.lower === "the" ? 2 : /^(?:at|that)$/.test(token.lower) ? 1 : -1;
  const word = tokens[next + the]?.lower ?? "";
  if (the > 0 && HALF.test(word)) return { pm: word !== "morning", next: next + the + 1 };
  // "at 4.20 on Saturday morning": the day is a date of its own, read where it stands.
  const timed = /^(?:at|by|about|around|after|before|until|since|from)$/.test(tokens[next - 2]?.lower ?? "");
  const on = timed && token.lower === "on" && weekdayNamed(tokens[next + 1]?.text ?? "") !== undefined ? (tokens[next + 2]?.lower ?? "") : "";
  return HALF.test(on) ? { pm: on !== "morning", next } : null;
}

function zoneAt({ tokens }: Scan, next: number): { zone: number; next: number } | null {
  const word = tokens[next]?.text ?? "";
  if (/^(GMT|UTC|BST|CET|CEST|EST|EDT)$/.test(word)) {
    const hours = { GMT: 0, UTC: 0, BST: 1, CET: 1, CEST: 2, EST: -5, EDT: -4 }[word] ?? 0;
    const sign = tokens[next + 1]?.text === "+" ? 1 : tokens[next + 1]?.text === "-" ? -1 : 0;
    if (sign !== 0 && tokens[next + 2]?.kind === "number")
      return { zone: sign * Number(tokens[next + 2]?.text) * 60, next: next + 3 };
    return { zone: hours * 60, next: next + 1 };
  }
  return null;
}

/** "03:12", "9:47 p.m.", "1530 GMT", "9.30am" */
function inFigures(scan: Scan, index: number): ReadClock | null {
  const { tokens } = scan;
  const [one, mark, two] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (one?.kind !== "number") return null;
  const base = { from: index, loose: [0, 0] as [number, number] };
  if (
    mark?.text === ":" &&
    two?.kind === "number" &&
    /^\d\d$/.test(two.text) &&
    mark.start === one.end &&
    two.start === mark.end
  ) {
    const hour = Number(one.text);
    if (hour > 24 || Number(two.text) > 59) return null;
    return closed(scan, { ...base, minutes: hour * 60 + Number(two.text), either: false, next: index + 3 }, hour);
  }
  if (/^\d{4}$/.test(one.text)) {
    const zone = zoneAt(scan, index + 1);
    const hour = Math.floor(Number(one.text) / 100);
    if (!zone || hour > 24) return null;
    return { ...base, minutes: hour * 60 + (Number(one.text) % 100), either: false, ...zone };
  }
  const dotted = /^(\d{1,2})\.(\d\d)$/.exec(one.text);
  const pm = half(scan, index + 1);
  const hour = Number(dotted?.[1] ?? one.text);
  if (!pm || hour > 12 || (!dotted && !/^\d{1,2}$/.test(one.text))) return null;
  return closed(scan, { ...base, minutes: hour * 60 + Number(dotted?.[2] ?? 0), either: true, next: index + 1 }, hour);
}

function closed(scan: Scan, read: ReadClock, hour: number): ReadClock {
  const pm = half(scan, read.next);
  let result = read;
  if (pm) {
    const shift = pm.pm && hour < 12 ? 720 : !pm.pm && hour === 12 ? -720 : 0;
    result = { ...read, minutes: read.minutes + shift, either: false, next: pm.next };
  }
  const local = scan.tokens[result.next]?.lower === "local" && scan.tokens[result.next + 1]?.lower === "time" ? 2 : 0;
  const bracket = scan.tokens[result.next + local]?.text === "(" ? 1 : 0;
  const zone = zoneAt(scan, result.next + local + bracket);
  if (!zone) return result;
  return { ...result, zone: zone.zone, next: zone.next + (scan.tokens[zone.next]?.text === ")" ? bracket : 0) };
}

/** "thirteen minutes to ten", "12 minutes past three", "half past six", "a quarter to nine", "four in the morning" */
function inWords(scan: Scan, index: number): ReadClock | null {
  const { tokens } = scan;
  const first = readNumber(tokens, index);
  if (!first) return null;
  const base = { from: index, loose: [0, 0] as [number, number] };
  const minutes = tokens[first.next]?.lower === "minutes" ? 1 : 0;
  const side = tokens[first.next + minutes]?.lower;
  const part = first.fraction ? first.value * 60 : first.value;
  const exact = minutes === 1 || first.fraction || /^(five|ten|twenty)$/.test(tokens[index]?.lower ?? "");
  if ((side === "to" || side === "past") && exact && part < 60) {
    const hour = readNumber(tokens, first.next + minutes + 1);
    if (hour && hour.value >= 1 && hour.value <= 12 && Number.isInteger(hour.value) && !hour.fraction) {
      const at = hour.value * 60 + (side === "past" ? part : -part);
      return closed(scan, { ...base, minutes: at, either: true, next: hour.next }, hour.value);
    }
  }
  if (!Number.isInteger(first.value) || first.value < 1 || first.value > 12 || first.fraction) return null;
  const clock = /^o'?clock$/.test(tokens[first.next]?.lower ?? "") ? first.next + 1 : first.next;
  const before = tokens[index - 1]?.lower;
  const pm = half(scan, clock);
  if (pm || clock > first.next)
    return closed(scan, { ...base, minutes: first.value * 60, either: true, next: clock }, first.value);
  // "arrived at nine": an hour by itself only after "at", with no noun behind it that it could count.
  const after = tokens[first.next];
  const alone =
    !after ||
    after.kind === "mark" ||
    /^(and|or|on|in|until|to|but|when|as|with|from|tonight|yesterday|today)$/.test(after.lower);
  if (before === "at" && alone && tokens[index]?.kind === "word" && after?.text !== "-" && after?.text !== "%")
    return { ...base, minutes: first.value * 60, either: true, next: first.next };
  return null;
}

const NAMED = new Set(["noon", "midday", "midnight", "hours"]);

/** "noon", "shortly before midnight", "the small hours" */
function named({ tokens }: Scan, index: number): ReadClock | null {
  const word = tokens[index]?.lower ?? "";
  if (!NAMED.has(word)) return null;
  const base = { from: index, next: index + 1, either: false };
  const before = `${tokens[index - 2]?.lower ?? ""} ${tokens[index - 1]?.lower ?? ""}`;
  const loose: [number, number] = before.endsWith("before")
    ? [45, 0]
    : before.endsWith("after")
      ? [0, 45]
      : /(around|about)$/.test(before)
        ? [30, 30]
        : [0, 0];
  if (word === "noon" || word === "midday") return { ...base, minutes: 720, loose };
  if (word === "midnight") return { ...base, minutes: 1440, loose };
  if (word === "hours" && /^(small|early)$/.test(tokens[index - 1]?.lower ?? ""))
    return { ...base, from: index - 1, minutes: 150, loose: [150, 180] };
  return null;
}

/** The clock time at token `index`: minutes of the day, all open readings. */
export function readClock(scan: Scan, index: number): { value: Value; next: number } | null {
  const read = inFigures(scan, index) ?? inWords(scan, index) ?? named(scan, index);
  if (!read) return null;
  const before = scan.tokens[index - 1]?.lower ?? "";
  if (read.loose[0] + read.loose[1] === 0) {
    if (/^(about|around|roughly)$/.test(before)) read.loose = [15, 15];
    else if (/^(just|shortly|soon)$/.test(scan.tokens[index - 2]?.lower ?? "") && before === "after") read.loose = [0, 30];
    else if (/^(just|shortly)$/.test(scan.tokens[index - 2]?.lower ?? "") && before === "before") read.loose = [30, 0];
  }
  const [early, late] = read.loose;
  const readings: [number, number][] = [[read.minutes - early, read.minutes + late]];
  if (read.either) readings.push([read.minutes + 720, read.minutes + 720]);
  const bound = early + late > 0 ? "about" : "exact";
  return { value: valueAt(scan, read.from, read.next, { dimension: "clock", readings, bound, unit: "time", zone: read.zone }), next: read.next };
}
