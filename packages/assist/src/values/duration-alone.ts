import { boundBefore, readingOf } from "./bounds.ts";
import { counted } from "./counted.ts";
import type { Scan } from "./scan.ts";
import { currencyNamed, unitNamed } from "./units.ts";
import { valueAt } from "./value-at.ts";
import type { Value } from "./value.ts";

/** "an hour", "half an hour", "hour-long", "a fortnight": a unit of time without a figure. */
export function durationAlone(scan: Scan, index: number): { value: Value; next: number } | null {
  const { tokens } = scan;
  const at = (offset: number): string => tokens[index + offset]?.lower ?? "";
  let next = index;
  let count = 1;
  if (at(0) === "a" || at(0) === "an") next = index + 1;
  else if (!(tokens[index + 1]?.text === "-" && at(2) === "long")) return null;
  const unit = unitNamed(tokens[next]?.lower ?? "");
  if (unit?.dimension !== "duration" || unit.unit === "second" || unit.unit === "day") return null;
  if (tokens[next]?.lower.endsWith("s") && unit.unit !== "century") return null;
  // "twice a week", "64 thalers a month", "60 miles an hour" are rates, not lengths of time.
  if (next > index && /^(twice|once|times|thalers|visitors|people|each|day)$/.test(tokens[index - 1]?.lower ?? ""))
    return null;
  const bound = boundBefore(tokens, index);
  const previous = tokens[bound.from - 1];
  if (
    next > index &&
    bound.bound === "exact" &&
    previous &&
    (previous.kind === "number" || previous.lower.endsWith("s"))
  ) {
    if (currencyNamed(previous.lower) || previous.kind === "number") return null;
  }
  next += 1;
  if (at(next - index) === "and" && tokens[next + 1]?.lower === "a" && tokens[next + 2]?.lower === "half") {
    count = 1.5;
    next += 3;
  }
  if (tokens[next]?.text === "-" && tokens[next + 1]?.lower === "long") next += 2;
  const value = valueAt(scan, bound.from, next, {
    dimension: "duration",
    // "Nearly an hour" is said of fifty minutes: a single unit rounds further than a figure.
    readings: [
      bound.bound === "under"
        ? [unit.factor * count * 0.8, unit.factor * count]
        : readingOf(unit.factor * count, bound.bound),
    ],
    bound: bound.bound,
    unit: unit.unit,
    figure: count,
    ...counted(tokens, next),
  });
  return { value, next };
}
