import { publishedDay } from "./calendar.ts";
import { readClock } from "./clock.ts";
import { dateValue, readDate } from "./dates.ts";
import { elapsed, isApart } from "./elapsed.ts";
import { readQuantity } from "./quantity.ts";
import { type Scan } from "./scan.ts";
import { readGrade, readOrdinal, readScore, readSole } from "./scores.ts";
import { tokenize } from "./tokens.ts";
import { valueAt, withChanges } from "./value-at.ts";
import type { Value } from "./value.ts";

/**
 * Every value of a stretch of text, in order, none overlapping. Spans count from `offset`, so that a clause may be read
 * with the offsets of its source. `tokens` are the text's, where somebody has them.
 */
export function readValues(text: string, offset = 0, published?: string, tokens = tokenize(text)): Value[] {
  const scan: Scan = { text, tokens, offset };
  const day = publishedDay(published);
  const values: Value[] = [];
  for (let index = 0; index < scan.tokens.length;) {
    const read =
      readClock(scan, index) ??
      dateAt(scan, index, day) ??
      readScore(scan, index) ??
      readGrade(scan, index) ??
      age(scan, index) ??
      elapsed(scan, index) ??
      measured(scan, index) ??
      readOrdinal(scan, index) ??
      readSole(scan, index);
    if (!read || read.next <= index) {
      index += 1;
      continue;
    }
    if (!pronoun(scan, index, read.next, read.value) && !names(scan, index, read.next, read.value))
      keep(values, read.value);
    index = read.next;
  }
  const read: Value[] = [];
  for (const index of values.keys()) {
    const value = asSide(text, offset, values, index);
    read.push(day !== undefined && value.dimension === "duration" ? reckoned(value, day) : value);
  }
  return read;
}

const MONTH = 2_629_800;

/** "For seven and a half years" says since when, give or take what its words round. */
function reckoned(value: Value, day: number): Value {
  const [short, long] = value.readings[0] ?? [0, 0];
  if (short < MONTH) return value;
  const loose = Math.min(183, (short / MONTH) * 8);
  return withChanges(value, { since: [Math.round(day - long / 86_400 - loose), Math.round(day - short / 86_400 + loose)] });
}

/** "Two days after the strikes" is no length of anything that lasted. */
function measured(scan: Scan, index: number): { value: Value; next: number } | null {
  const read = readQuantity(scan, index);
  return read?.value.dimension === "duration" && isApart(scan, read.next) ? { ...read, value: withChanges(read.value, { elapsed: true }) } : read;
}

function dateAt(scan: Scan, index: number, day: number | undefined): { value: Value; next: number } | null {
  const read = readDate(scan, index, day);
  return read ? { value: dateValue(scan, index, read), next: read.next } : null;
}

/** "one of them", "no one", "one another": a pronoun, not a count. */
function pronoun({ tokens }: Scan, index: number, next: number, value: Value): boolean {
  if (tokens[index]?.lower !== "one" || next !== index + 1 || value.dimension !== "count") return false;
  return (
    value.of.length === 0 || /^(no|this|that|any|every|each|another|the|which)$/.test(tokens[index - 1]?.lower ?? "")
  );
}

/** "Flight 418", "No. 7", "4.3 crowns to the euro": a number that names something, or a rate. */
function names({ tokens }: Scan, index: number, next: number, value: Value): boolean {
  if (tokens[next]?.lower === "to" && tokens[next + 1]?.lower === "the" && MAJOR.test(tokens[next + 2]?.lower ?? ""))
    return true;
  if (value.dimension !== "count" || value.nouns.some((noun) => noun.endsWith("s")) || tokens[index]?.kind !== "number")
    return false;
  const before = tokens[index - 1];
  if (before?.text === "." && tokens[index - 2]?.lower === "no") return true;
  return before !== undefined && index > 1 && /^\p{Lu}\p{L}/u.test(before.text) && Number.isInteger(value.figure);
}

const MAJOR = /^(euro|dollar|pound|franc|yen)$/;

/** ", 41," after a name, "aged 61", "a man of 44" */
function age(scan: Scan, index: number): { value: Value; next: number } | null {
  const { tokens } = scan;
  const token = tokens[index];
  if (token?.kind !== "number" || !/^\d{1,3}$/.test(token.text)) return null;
  const before = tokens[index - 1];
  const name = tokens[index - 2];
  const after = tokens[index + 1];
  const aged =
    before?.lower === "aged" || (before?.lower === "of" && /^(man|woman|boy|girl|age)$/.test(name?.lower ?? ""));
  const closes = !after || /^[,.;:)–]$/.test(after.text) || after.lower === "and" || after.lower === "who";
  const named = before?.text === "," && name !== undefined && /^\p{Lu}\p{Ll}/u.test(name.text) && closes;
  if (!aged && !named) return null;
  const years = Number(token.text);
  if (years > 120) return null;
  return { value: valueAt(scan, index, index + 1, { dimension: "age", readings: [[years, years]], unit: "year", figure: years }), next: index + 1 };
}

/** "31 × 24 cm", "12 inches by nine and a half": the side without a unit has its neighbour's. */
function asSide(text: string, offset: number, values: readonly Value[], index: number): Value {
  const value = values[index] as Value;
  if (value.dimension !== "count" || value.unit !== "") return value;
  const unit = [values[index + 1], values[index - 1]].find((other) => {
    if (other?.dimension !== "length") return false;
    const [from, to] = other.start < value.start ? [other.end, value.start] : [value.end, other.start];
    return /^\s*(?:×|x|by)\s*$/.test(text.slice(from - offset, to - offset));
  });
  if (!unit || unit.figure === 0) return value;
  const factor = (unit.readings[0]?.[0] ?? 0) / unit.figure;
  return withChanges(value, {
    dimension: "length",
    unit: unit.unit,
    of: [],
    nouns: [],
    slack: value.slack * factor,
    readings: value.readings.map(([low, high]) => [low * factor, high * factor]),
  });
}

/** A mark between two figures ("12€12") belongs to one of them only. */
function keep(values: Value[], value: Value): void {
  if (value.start >= (values.at(-1)?.end ?? 0)) values.push(value);
}
