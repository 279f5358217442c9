import type { Value } from "../values/value.ts";

/** How near a value of a passage is to one of the claim: 1 the same, .8 within a tenth, .3 of the same kind only, 0 else. */
export function valueNearness(a: Value, b: Value): number {
  if (a.dimension !== b.dimension) return 0;
  let best = 0.3;
  for (const [low, high] of a.readings) {
    for (const [from, to] of b.readings) {
      const slack = a.slack + b.slack;
      if (low - slack <= to && from <= high + slack) return 1;
      const dated = a.dimension === "date" || a.dimension === "clock" || a.dimension === "ordinal";
      const gap = Math.max(low - to, from - high);
      if (!dated && gap <= 0.1 * Math.max(Math.abs(low), Math.abs(to))) best = 0.8;
    }
  }
  return best;
}
