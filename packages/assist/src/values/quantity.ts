import { andAHalf } from "./and-a-half.ts";
import { boundAfter, boundBefore, readingOf } from "./bounds.ts";
import { counted } from "./counted.ts";
import { durationAlone } from "./duration-alone.ts";
import { type ReadNumber, readNumber } from "./numbers.ts";
import type { Scan } from "./scan.ts";
import type { Token } from "./tokens.ts";
import { currencyCode, currencyNamed, powerOf, type Unit, unitNamed } from "./units.ts";
import type { Bound, Dimension, Value } from "./value.ts";
import { valueAt } from "./value-at.ts";

interface Measure {
  dimension: Dimension;
  unit: string;
  factor: number;
  next: number;
}

const PER_HOUR: Record<string, Unit> = {
  km: { dimension: "speed", unit: "km/h", factor: 1 / 3.6 },
  mi: { dimension: "speed", unit: "mph", factor: 0.44704 },
};

/** The unit that begins at token `at`: "%", "per cent", "percentage points", "km/h", "square miles", "crowns". */
export function unitAt({ tokens }: Scan, from: number, glued: boolean): Measure | null {
  let at = from;
  if (tokens[at]?.text === "-") at += 1;
  const [one, two, three] = [tokens[at]?.lower ?? "", tokens[at + 1]?.lower ?? "", tokens[at + 2]?.lower ?? ""];
  const share = (next: number): Measure =>
    /^points?$/.test(tokens[next]?.lower ?? "") ||
    (/^points?$/.test(tokens[next + 1]?.lower ?? "") && tokens[next]?.text === "-")
      ? { dimension: "points", unit: "pt", factor: 1, next: next + (tokens[next]?.text === "-" ? 2 : 1) }
      : { dimension: "share", unit: "%", factor: 0.01, next };
  if (one === "%" || one === "percent" || one === "pct") return share(at + 1);
  if (one === "per" && two === "cent") return share(at + 2);
  if (one === "percentage" && /^points?$/.test(two))
    return { dimension: "points", unit: "pt", factor: 1, next: at + 2 };
  if (one === "of" && two === "a" && three === "percentage" && /^points?$/.test(tokens[at + 3]?.lower ?? ""))
    return { dimension: "points", unit: "pt", factor: 1, next: at + 4 };
  if (one === "of" && two === "a" && three === "per" && tokens[at + 3]?.lower === "cent") return share(at + 4);
  if (one === "basis" && /^points?$/.test(two)) return { dimension: "points", unit: "bp", factor: 0.01, next: at + 2 };
  if (/^points?$/.test(one)) return { dimension: "points", unit: "pt", factor: 1, next: at + 1 };
  if (one === "°" || one === "degrees") {
    const scale = (one === "°" ? two : two)[0];
    if (scale === "c" || scale === "f") return { dimension: "temperature", unit: scale, factor: 1, next: at + 2 };
  }
  const power = /^(square|sq)$/.test(one) ? 2 : /^(cubic|cu)$/.test(one) ? 3 : null;
  const unit = unitNamed(power ? two : one);
  if (unit && !(one.length === 1 && !glued && one !== "m")) {
    if (power) return { ...powerOf(unit, power), next: at + 2 };
    const hour = PER_HOUR[unit.unit];
    if (hour && two === "/" && three === "h") return { ...hour, next: at + 3 };
    if (hour && /^(an|per|a)$/.test(two) && three === "hour") return { ...hour, next: at + 3 };
    return { ...unit, next: at + 1 };
  }
  const currency = currencyNamed(one);
  if (currency) return { dimension: "money", unit: currency, factor: 1, next: at + 1 };
  return null;
}

/** Currency sign or code in front of the figure at `index`. */
export function moneyBefore({ tokens }: Scan, index: number): { unit: string; from: number } | null {
  const before = tokens[index - 1];
  if (!before) return null;
  const unit = before.kind === "number" ? undefined : currencyCode(before.text);
  if (unit === undefined) return null;
  // "US$400", "A$5"
  const prefix = tokens[index - 2];
  const dollar =
    before.text === "$" && prefix !== undefined && prefix.end === before.start && /^[A-Z]{1,3}$/.test(prefix.text);
  return { unit, from: dollar ? index - 2 : index - 1 };
}

/** "Several hundred" is more than one hundred and less than a thousand. */
const ROUND = /^(?:hundred|thousand|million)$/;

/** A counted or measured quantity at token `index`, or null when there is no figure there. */
export function readQuantity(scan: Scan, index: number): { value: Value; next: number } | null {
  const { tokens } = scan;
  const number = readNumber(tokens, index);
  if (!number) return durationAlone(scan, index) ?? andAHalf(scan, index);
  const money = moneyBefore(scan, index);
  const last = tokens[number.next - 1];
  const suffix = tokens[number.next];
  const glued = suffix !== undefined && last !== undefined && suffix.start === last.end;
  if (glued && tokens[number.next - 1]?.kind === "number") {
    const scale = { m: 1e6, k: 1e3, b: 1e9 }[suffix.lower] ?? 1;
    // "3.2m florins", "40bn euros": the name of the money behind says that it is no length.
    const named = currencyNamed(tokens[number.next + 1]?.lower ?? "") !== undefined;
    if (scale > 1 && (money || named || suffix.lower === "k")) {
      const value = number.value * scale;
      return finish(scan, index, { ...number, value, next: number.next + 1, slack: number.slack * scale }, money);
    }
  }
  return finish(scan, index, number, money, glued);
}

function finish(
  scan: Scan,
  index: number,
  number: ReadNumber,
  money: { unit: string; from: number } | null,
  glued = false,
): { value: Value; next: number } | null {
  const { tokens } = scan;
  const measure = money
    ? { dimension: "money" as const, unit: money.unit, factor: 1, next: number.next }
    : unitAt(scan, ofA(tokens, number), glued);
  let { bound, from } = boundBefore(tokens, money?.from ?? index);
  // "Two dozen" is said of 23 as well.
  if (bound === "exact" && tokens[number.next - 1]?.lower === "dozen" && number.value > 12) bound = "about";
  const several = /^(?:several|few)$/.test(tokens[index - 1]?.lower ?? "") && ROUND.test(tokens[index]?.lower ?? "");
  if (several) [bound, from] = ["about", index - 1];
  let next = measure?.next ?? number.next;
  const after = boundAfter(tokens, next);
  if (after && bound === "exact") {
    bound = after.bound;
    next = after.next;
  }
  const upper = measure || glued ? null : rangeEnd(scan, index, number, money);
  if (upper) return upper;
  const factor = measure?.factor ?? 1;
  const value = number.value * factor;
  const reading: [number, number] = several ? [2 * value, 9 * value] : readingOf(value, bound);
  const rate = measure?.dimension === "money" ? perAt(tokens, next) : undefined;
  const dimension: Dimension = measure?.dimension ?? (number.fraction ? "share" : "count");
  const build = (upTo: number, changes: Partial<Value> = {}): { value: Value; next: number } => ({
    next: upTo,
    value: valueAt(scan, from, upTo, {
      dimension,
      readings: [reading],
      bound,
      slack: number.slack * factor,
      unit: measure?.unit ?? "",
      figure: number.value,
      per: rate,
      ...(rate ? {} : counted(tokens, upTo)),
      ...changes,
    }),
  });
  if (measure?.dimension === "duration") return duration(scan, number, measure, bound, build);
  if (dimension === "share" && !measure && number.fraction) return build(next, { unit: "part" });
  if (!measure) {
    const share = shareOf(tokens, number);
    if (share)
      return build(share.next, {
        dimension: "share",
        unit: "part",
        readings: [readingOf(share.value, bound)],
        slack: 0,
        sides: share.sides,
      });
  }
  return build(next);
}

/** "74 an hour", "47 thalers a month": amounts for different times are not compared. */
function perAt(tokens: Token[], next: number): string | undefined {
  if (!/^(an?|per|each|every)$/.test(tokens[next]?.lower ?? "")) return undefined;
  const unit = unitNamed(tokens[next + 1]?.lower ?? "");
  return unit?.dimension === "duration" ? unit.unit : undefined;
}

/** "2 to 4 per cent", "between 60 and 80", "five-to-seven": from the first figure to the second, in the second's unit. */
function rangeEnd(
  scan: Scan,
  index: number,
  first: ReadNumber,
  money: { unit: string; from: number } | null,
): { value: Value; next: number } | null {
  const { tokens } = scan;
  const join = tokens[first.next]?.lower ?? "";
  const before = tokens[(money?.from ?? index) - 1]?.lower;
  if (!(join === "to" || join === "–" || join === "-" || (join === "and" && before === "between"))) return null;
  if (join === "to" && before === "from") return null;
  const second = readNumber(tokens, first.next + 1 + (money && tokens[first.next + 1]?.kind === "mark" ? 1 : 0));
  if (!second || second.fraction || second.value <= first.value) return null;
  const glued = tokens[second.next]?.start === tokens[second.next - 1]?.end;
  const measure = money
    ? { dimension: "money" as const, unit: money.unit, factor: 1, next: second.next }
    : unitAt(scan, second.next, glued);
  // "a majority of 112 to 98" is a score, and "from 3 to 4" a change.
  if (!measure && join === "to") return null;
  const factor = measure?.factor ?? 1;
  const next = measure?.next ?? second.next;
  const value = valueAt(scan, money?.from ?? index, next, {
    dimension: measure?.dimension ?? "count",
    readings: [[first.value * factor, second.value * factor]],
    unit: measure?.unit ?? "",
    figure: first.value,
    ...counted(tokens, next),
  });
  return { value, next };
}

/** "half an hour", "a quarter of a mile": the unit of a part stands behind its article. */
function ofA(tokens: Token[], number: ReadNumber): number {
  if (!number.fraction) return number.next;
  let at = number.next + (tokens[number.next]?.lower === "of" ? 1 : 0);
  if (!/^an?$/.test(tokens[at]?.lower ?? "")) return number.next;
  at += 1;
  const word = tokens[at]?.lower ?? "";
  return unitNamed(word) || word === "point" ? at : number.next;
}

/** "14 of the 19 economists", "one in three", "one worker in eight", "nine in ten" */
function shareOf(tokens: Token[], number: ReadNumber): { value: number; next: number; sides: [number, number] } | null {
  const at = (index: number): string => tokens[index]?.lower ?? "";
  let index = number.next;
  if (at(index) === "out" && at(index + 1) === "of") index += 1;
  else if (at(index) !== "of" && at(index) !== "in") {
    if (at(index + 1) !== "in" || number.value > 9) return null;
    index += 1;
  }
  const preposition = at(index);
  index += 1;
  if (preposition === "of" && /^(the|its|his|her|their)$/.test(at(index))) index += 1;
  else if (preposition === "of" && at(index - 2) !== "out") return null;
  const whole = readNumber(tokens, index);
  if (!whole || whole.value < number.value || whole.value === 0 || whole.fraction) return null;
  if (preposition === "in" && (whole.value > 1000 || (number.value > 99 && whole.value < 1000))) return null;
  return { value: number.value / whole.value, next: whole.next, sides: [number.value, whole.value] };
}

type Build = (upTo: number, changes?: Partial<Value>) => { value: Value; next: number };

/** "six years and four months", "an hour and a half", "34-year-old", "63 years old" */
function duration(
  { tokens }: Scan,
  number: ReadNumber,
  first: Measure,
  bound: Bound,
  build: Build,
): { value: Value; next: number } {
  let seconds = number.value * first.factor;
  let next = first.next;
  const at = (index: number): string => tokens[index]?.lower ?? "";
  const dash = tokens[next]?.text === "-" ? 1 : 0;
  if (at(next + dash) === "old" && first.unit === "year") {
    return build(next + dash + 1, { dimension: "age", readings: [readingOf(number.value, bound)], slack: 0 });
  }
  if (at(next) === "and" && at(next + 1) === "a" && at(next + 2) === "half") {
    seconds += first.factor / 2;
    next += 3;
  } else {
    const join = at(next) === "and" || at(next) === "," ? 1 : 0;
    const second = readNumber(tokens, next + join);
    const unit = second ? unitNamed(at(second.next)) : undefined;
    if (second && unit?.dimension === "duration" && unit.factor < first.factor) {
      seconds += second.value * unit.factor;
      next = second.next + 1;
    }
  }
  return build(next, { readings: [readingOf(seconds, bound)], slack: 0 });
}
