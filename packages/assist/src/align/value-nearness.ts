import { compareValues } from "../values/compare-values.ts";
import type { Rates } from "../values/compare-values.ts";
import type { Value } from "../values/value.ts";

/** How near a value of a passage is to one of the claim: 1 the same, .9 compatible, .3 of the same kind only, 0 else. */
export function valueNearness(a: Value, b: Value, rates: Rates): number {
  const relation = compareValues(a, b, rates);
  if (relation === "same") return 1;
  if (relation === "compatible") return 0.9;
  return relation === "conflict" ? 0.3 : 0;
}
