import type { Value } from "./value.ts";
import { withChanges } from "./value-at.ts";

/** How two values of one dimension stand to each other. "unknown" is an amount in a currency without a rate. */
export type ValueRelation = "same" | "compatible" | "conflict" | "unknown" | "unrelated";

/** Two values of which one may stand for the other. */
export const standsFor = (relation: ValueRelation): boolean => relation === "same" || relation === "compatible";

/** Units of one currency for one euro, as articles of the case print them, or roughly. */
export type Rates = ReadonlyMap<string, number>;

/** Rough rates, for the order of magnitude only: two amounts within a quarter of each other are not set against. */
export const ROUGH_RATES: Rates = new Map([
  ["EUR", 1],
  ["USD", 1.1],
  ["GBP", 0.86],
  ["CHF", 0.95],
]);

const overlap = (x: [number, number], y: [number, number], slack: number): boolean => x[0] <= y[1] + slack && y[0] <= x[1] + slack;

export const middle = ({ readings: [first] }: Value): number => (first === undefined ? 0 : (first[0] + first[1]) / 2);

export function compareValues(a: Value, b: Value, rates: Rates = ROUGH_RATES): ValueRelation {
  if (a.dimension !== b.dimension) return acrossDimensions(a, b);
  if (a.dimension === "score") return compareSides(a, b);
  if (a.dimension === "clock") return compareClocks(a, b);
  if (a.dimension === "date") return compareDates(a, b);
  if (a.dimension === "money" && a.per !== b.per) return "unrelated";
  if (a.dimension === "money" && a.unit !== b.unit) return compareMoney(a, b, rates);
  if (a.dimension === "temperature" && a.unit !== b.unit) return "unknown";
  if (a.dimension === "duration") return compareDurations(a, b);
  return compareAmounts(a, b, a.unit === b.unit ? 0 : 0.05);
}

const DAY = 86_400;
/** "The day after" may be thirty hours after, and "a week later" the ninth day. */
const LOOSE: Record<string, number> = { day: 0.99 * DAY, night: 0.99 * DAY, week: 1.5 * DAY, month: 5 * DAY, year: 45 * DAY };

/** How far two events lie apart is counted in whole units; how long something took is another thing, never set against it. */
function compareDurations(a: Value, b: Value): ValueRelation {
  const loose = a.unit === b.unit ? 0 : 0.05;
  if (a.elapsed !== b.elapsed) {
    const relation = compareAmounts(a, b, loose);
    return relation === "conflict" ? "unrelated" : relation;
  }
  if (!a.elapsed || a.unit === b.unit) return compareAmounts(a, b, loose);
  const slack = Math.max(LOOSE[a.unit] ?? 0, LOOSE[b.unit] ?? 0);
  return a.readings.some((x) => b.readings.some((y) => overlap(x, y, slack))) ? "compatible" : "conflict";
}

function compareAmounts(a: Value, b: Value, loose: number): ValueRelation {
  const size = Math.max(Math.abs(middle(a)), Math.abs(middle(b)));
  const equal = a.readings.length === 1 && Math.abs(middle(a) - middle(b)) <= size * 1e-9;
  if (equal && a.bound === b.bound) return a.unit === b.unit ? "same" : "compatible";
  // A last place that was rounded off is a matter of print only while it is small beside the figure.
  const slack = Math.max(size * loose, Math.min(Math.max(a.slack, b.slack), size * 0.05), size * 1e-9);
  if (isShortOf(a, b) || isShortOf(b, a)) return "conflict";
  const met = a.readings.some((x) => b.readings.some((y) => overlap(x, y, slack)));
  return met ? "compatible" : "conflict";
}

const INCLUSIVE = /\b(?:at (?:least|most)|up to|(?:or|and) (?:more|over|less|fewer|under))\b/i;

/** "Nearly an hour" and "more than an hour" lie on two sides of it: no rounding brings them together. */
function isShortOf(a: Value, b: Value): boolean {
  if (a.bound !== "under" || b.bound !== "over" || INCLUSIVE.test(a.exact) || INCLUSIVE.test(b.exact)) return false;
  return a.readings.every(([, high]) => b.readings.every(([low]) => high <= low));
}

function compareMoney(a: Value, b: Value, rates: Rates): ValueRelation {
  const [ra, rb] = [rates.get(a.unit), rates.get(b.unit)];
  if (ra === undefined || rb === undefined) return "unknown";
  const known = rates !== ROUGH_RATES && !(ROUGH_RATES.has(a.unit) && ROUGH_RATES.has(b.unit));
  const inEuro = (value: Value, rate: number, unit: string): Value =>
    withChanges(value, { unit, slack: value.slack / rate, readings: value.readings.map(([low, high]) => [low / rate, high / rate]) });
  return compareAmounts(inEuro(a, ra, "EUR"), inEuro(b, rb, "converted"), known ? 0.05 : 0.25);
}

function compareDates(a: Value, b: Value): ValueRelation {
  const slack = a.bound === "about" || b.bound === "about" ? 5 : 0;
  const met = a.readings.some((x) => b.readings.some((y) => overlap(x, y, slack)));
  if (!met) return "conflict";
  const [x, y] = [a.readings[0], b.readings[0]];
  return x && y && x[0] === y[0] && x[1] === y[1] && a.readings.length === b.readings.length ? "same" : "compatible";
}

function compareClocks(a: Value, b: Value): ValueRelation {
  const day = 1440;
  const shift = a.zone !== undefined && b.zone !== undefined ? a.zone - b.zone : 0;
  const apart = (x: [number, number], y: [number, number]): number => {
    const raw = [x[0] - shift - y[1], y[0] - (x[1] - shift)];
    const gap = Math.max(...raw, 0) % day;
    return Math.min(gap, day - gap);
  };
  const gaps = a.readings.flatMap((x) => b.readings.map((y) => apart(x, y)));
  const least = Math.min(...gaps);
  if (least === 0) return a.readings.length === b.readings.length && shift === 0 ? "same" : "compatible";
  // One time is given in a zone, the other in the place's own: whole hours apart is the zone.
  const oneSided = (a.zone === undefined) !== (b.zone === undefined);
  if (oneSided && a.readings.some((x) => b.readings.some((y) => (x[0] + x[1] - y[0] - y[1]) % 120 === 0))) return "compatible";
  // "Four in the morning" is told, not read off a clock.
  const told = (value: Value): boolean => value.bound === "about" || !/\d/.test(value.exact);
  const loose = told(a) || told(b) ? 15 : 0;
  return least <= loose ? "compatible" : "conflict";
}

function compareSides(a: Value, b: Value): ValueRelation {
  const [x, y] = [a.sides, b.sides];
  if (!x || !y) return "unrelated";
  if (x[0] === y[0] && x[1] === y[1]) return "same";
  return x[0] === y[1] && x[1] === y[0] ? "compatible" : "conflict";
}

/** "Seven of its nine members" beside "six members" or "6-3"; a figure whose unit was left out beside one that has it. */
function acrossDimensions(a: Value, b: Value): ValueRelation {
  if (a.dimension === "duration" && b.dimension === "date") return durationAndDate(a, b);
  if (a.dimension === "date" && b.dimension === "duration") return durationAndDate(b, a);
  if (a.dimension === "share" && b.dimension === "score") return shareAndScore(a, b);
  if (a.dimension === "score" && b.dimension === "share") return shareAndScore(b, a);
  const [other, count] = a.dimension === "count" ? [b, a] : [a, b];
  if (count.dimension !== "count") return "unrelated";
  const n = count.figure;
  if (other.sides) {
    const [x, y] = other.sides;
    if (n === x || n === y) return "compatible";
    if (other.dimension === "score") return n === x + y || n === Math.abs(x - y) ? "compatible" : "unrelated";
    return other.dimension === "share" ? "conflict" : "unrelated";
  }
  // "from 8 per cent to 7.5": the unit stands with the first figure only.
  if (count.of.length > 0 || count.unit !== "" || !/^(share|points|money|duration|length)$/.test(other.dimension))
    return "unrelated";
  if (n === other.figure) return "same";
  return Number.isInteger(n) || other.dimension !== "share" ? "unrelated" : "conflict";
}

/** "Five nights" beside "from 3 to 8 August"; "for seven and a half years" beside "since 2018". Nothing is set against them. */
function durationAndDate(length: Value, date: Value): ValueRelation {
  const { since } = length;
  if (since && /^(?:month|year|span)$/.test(date.unit)) return date.readings.some((reading) => overlap(reading, since, 0)) ? "compatible" : "unrelated";
  if (date.unit !== "span" || !/^(?:day|night)$/.test(length.unit)) return "unrelated";
  const least = length.unit === "night" ? 0 : 1;
  return date.readings.some(([from, to]) => to > from && (to - from === length.figure || to - from === length.figure - least)) ? "compatible" : "unrelated";
}

/** "Seven of the nine" beside "6-3": the sides of the score are the whole. */
function shareAndScore(share: Value, score: Value): ValueRelation {
  if (!share.sides || !score.sides) return "unrelated";
  const [part, whole] = share.sides;
  const [x, y] = score.sides;
  if (x + y !== whole) return "unrelated";
  return part === x || part === y ? "compatible" : "conflict";
}
