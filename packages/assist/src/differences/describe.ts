import { quoted } from "@assay/domain";
import type { Value } from "../values/value.ts";

/** One plain sentence on two values, for a fact-checker. */
export function describe(a: Value, b: Value, compatible: boolean): string {
  const both = `${quoted(a.exact)} and ${quoted(b.exact)}`;
  if (a.dimension === "date") {
    if (!compatible) return `${both} are different dates.`;
    return `${both} can be the same date.`;
  }
  if (a.dimension === "clock")
    return compatible ? `${both} can be the same time of day.` : `${both} are different times of day.`;
  if (a.dimension === "score") return compatible ? `${both} are the same result.` : `${both} are different results.`;
  if (a.dimension === "age") return compatible ? `${both} can be the same age.` : `${both} are different ages.`;
  const measured = {
    duration: "lengths of time",
    money: "amounts of money",
    share: "shares",
    points: "changes",
    ordinal: "places in a series",
  };
  const kind = measured[a.dimension as keyof typeof measured] ?? "figures";
  if (!compatible) return `${both} are different ${kind}.`;
  // "A day after" and "just days after": neither was measured.
  if (a.elapsed && b.elapsed) return `${both} can be the same stretch of time.`;
  if (a.unit !== b.unit) return `${both} agree once converted.`;
  if (a.bound !== "exact" || b.bound !== "exact") return `${both} agree within rounding.`;
  return `${both} can both hold.`;
}
