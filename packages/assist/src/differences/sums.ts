import type { Value } from "../values/value.ts";
import type { Clause } from "./clause.ts";

/**
 * Values that one clause gives whole and the other in parts: 147 on board beside "143 passengers and four crew", 120
 * beside "60 from each side". Both are settled: rule 4 counts what can be worked out from the quote.
 */
export function settleSums(whole: Clause, parts: Clause): Value[] {
  const counts = parts.values.filter((value) => value.dimension === "count" && value.figure > 0);
  const settled: Value[] = [];
  for (const total of whole.values) {
    if (total.dimension !== "count" && total.dimension !== "money") continue;
    counts.forEach((x, index) => {
      const y = counts[index + 1];
      if (y && x.figure + y.figure === total.figure && joined(parts, x, y)) settled.push(total, x, y);
      if (x.figure * 2 === total.figure && doubled(parts, x)) settled.push(total, x);
    });
  }
  return settled;
}

function joined(clause: Clause, x: Value, y: Value): boolean {
  const between = clause.text.slice(x.end - clause.start, y.start - clause.start);
  return between.length < 40 && /\b(?:and|plus)\b|\+/.test(between);
}

const doubled = (clause: Clause, x: Value): boolean =>
  /\b(?:each (?:side|country|party|of the two)|either side|both)\b/.test(
    clause.text.slice(x.end - clause.start, x.end - clause.start + 40),
  );
