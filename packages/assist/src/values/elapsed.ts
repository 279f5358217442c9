import { boundBefore } from "./bounds.ts";
import type { Scan } from "./scan.ts";
import { unitNamed } from "./units.ts";
import type { Unit } from "./units.ts";
import { valueAt } from "./value-at.ts";
import type { Value } from "./value.ts";

/** What tells a stretch between two events from how long one of them took. */
const APART = /^(?:after|before|since|earlier|later|afterwards?|beforehand|between|passed|elapsed)$/;
/** "Just days after": no more of a unit than this, or a longer unit would have been named. */
const MOST: Record<string, number> = { second: 90, minute: 90, hour: 36, day: 13, night: 13, week: 9, month: 20, year: 30, decade: 10, century: 10 };
const VAGUE = /^(?:few|several|some|many|couple)$/;

/** Whether the words from token `next` on set one event apart from another: "after", "ahead of", "prior to". */
export function isApart({ tokens }: Scan, next: number): boolean {
  const [one, two] = [tokens[next]?.lower ?? "", tokens[next + 1]?.lower ?? ""];
  // "The day before yesterday" is a date; "a week later this year" hardly ever stands.
  if (APART.test(one)) return two !== "yesterday" && two !== "tomorrow" && two !== "last" && two !== "next";
  return (one === "ahead" && two === "of") || (one === "prior" && two === "to") || (one === "apart");
}

/**
 * "A day after the strikes", "the night before", "just days later", "a few weeks ahead of", "the following day": how far
 * one event lies from another, where no figure says it. With a figure it is a duration like any other.
 */
export function elapsed(scan: Scan, index: number): { value: Value; next: number } | null {
  const read = oneOf(scan, index) ?? someOf(scan, index) ?? following(scan, index);
  if (read === null) return null;
  const { bound, from } = boundBefore(scan.tokens, index);
  const { factor, unit } = read.unit;
  const value = valueAt(scan, from, read.next, {
    dimension: "duration",
    readings: [[read.least * factor, (bound === "under" ? 1 : read.most) * factor]],
    bound: read.most > read.least ? "about" : bound,
    unit,
    figure: read.least,
    elapsed: true,
  });
  return { value, next: read.next };
}

interface Stretch {
  unit: Unit;
  least: number;
  most: number;
  /** Index of the token after the unit. */
  next: number;
}

function timeAt({ tokens }: Scan, index: number, many: boolean): Unit | undefined {
  const word = tokens[index]?.lower ?? "";
  const unit = unitNamed(word);
  return unit?.dimension === "duration" && word.length > 2 && (word.endsWith("s") || word === "centuries") === many ? unit : undefined;
}

/** "a day after", "the week before", "one night earlier" */
function oneOf(scan: Scan, index: number): Stretch | null {
  if (!/^(?:an?|one|the)$/.test(scan.tokens[index]?.lower ?? "")) return null;
  const unit = timeAt(scan, index + 1, false);
  return unit && isApart(scan, index + 2) ? { unit, least: 1, most: 1, next: index + 2 } : null;
}

/** "days after", "a few hours before", "several weeks later", "a couple of days earlier" */
function someOf(scan: Scan, index: number): Stretch | null {
  const at = (offset: number): string => scan.tokens[index + offset]?.lower ?? "";
  let skip = at(0) === "a" ? 1 : 0;
  const vague = at(skip);
  if (VAGUE.test(vague)) skip += at(skip + 1) === "of" ? 2 : 1;
  else if (skip > 0 || scan.tokens[index - 1]?.kind === "number") return null;
  const unit = timeAt(scan, index + skip, true);
  if (unit === undefined || !isApart(scan, index + skip + 1)) return null;
  return { unit, least: vague === "couple" ? 2 : 1, most: MOST[unit.unit] ?? 10, next: index + skip + 1 };
}

/** "the following day", "the next morning" */
function following(scan: Scan, index: number): Stretch | null {
  const at = (offset: number): string => scan.tokens[index + offset]?.lower ?? "";
  if (at(0) !== "the" || !/^(?:following|next)$/.test(at(1))) return null;
  const unit = unitNamed(/^(?:morning|afternoon|evening)$/.test(at(2)) ? "day" : at(2));
  const isOne = unit?.dimension === "duration" && !at(2).endsWith("s");
  return isOne ? { unit, least: 1, most: 1, next: index + 3 } : null;
}
