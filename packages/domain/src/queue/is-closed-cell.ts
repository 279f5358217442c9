import type { CaseView } from "../case-view.ts";
import type { CellRef } from "./covers.ts";

/** B1, B2: more than one independent tag is asked for and this cell has not opened yet. */
export function isClosedCell(view: Pick<CaseView, "policy" | "openings">, { claimId, sourceId }: CellRef): boolean {
  if (view.policy.requiredTags <= 1) return false;
  return !view.openings.some((one) => one.claimId === claimId && one.sourceId === sourceId);
}
