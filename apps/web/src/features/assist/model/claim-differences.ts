import type { ClaimAnswer, Difference } from "../assist-types.ts";
import { conflictingFirst } from "./difference-words.ts";

/**
 * What differs in what the sources say of one claim: between its wording and their passages, then among them; those that
 * cannot both hold first.
 */
export function claimDifferences({ cells, differences }: Pick<ClaimAnswer, "cells" | "differences">): Difference[] {
  const own = cells.flatMap(({ key, differences: list }) => list.map((one, index) => ({ ...one, key: `${key} ${index}` })));
  return conflictingFirst([...own, ...differences]);
}
