import { isSameClaim } from "@assay/assist";
import type { CellSuggestion, CheckedClaim, ClaimSuggestion } from "@assay/assist";

interface Reported {
  id: string;
  text: string;
  cell: CellSuggestion;
}

/**
 * Finds the claim of the case that says what a suggested claim says; null where it would be a new one. Only claims that
 * the source itself is read as reporting, at the words suggested, are compared in wording: comparing all with all would
 * take longer than the reading. Where several say the same, the surest cell decides.
 */
export function sameClaimFinder(claims: readonly CheckedClaim[]): (suggestion: ClaimSuggestion) => string | null {
  const reported = new Map<string, Reported[]>();
  for (const { id, text, cells } of claims) {
    for (const cell of cells) {
      if (cell.suggestion !== "verified") continue;
      const list = reported.get(cell.source) ?? [];
      list.push({ id, text, cell });
      reported.set(cell.source, list);
    }
  }
  for (const list of reported.values()) list.sort((a, b) => b.cell.score - a.cell.score);
  return ({ sourceId, start, end, text }) => {
    const found = reported.get(sourceId)?.find(({ cell, text: other }) => {
      const [best] = cell.passages;
      return best !== undefined && best.start < end && start < best.end && isSameClaim(text, other);
    });
    return found?.id ?? null;
  };
}
