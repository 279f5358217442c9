import { isSameClaim, paraphrases } from "@assay/assist";
import type { CellSuggestion, CheckedClaim, ClaimSuggestion } from "@assay/assist";

interface Reported {
  id: string;
  text: string;
  cell: CellSuggestion;
}

export interface KnownClaims {
  /** Worded much like it: what it was suggested from may be evidence of this one already. */
  alike: string | null;
  /** Says the same, so that one may stand for the other. */
  same: string | null;
}

/**
 * Finds the claims of the case that come near what a suggested claim says; null where it would be a new one. Only claims
 * that the source itself is read as reporting, at the words suggested, are compared in wording: comparing all with all
 * would take longer than the reading. Where several do, the surest cell decides.
 */
export function knownClaimFinder(claims: readonly CheckedClaim[]): (suggestion: ClaimSuggestion) => KnownClaims {
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
    const there = (reported.get(sourceId) ?? []).filter(({ cell: { passages: [best] } }) => best !== undefined && best.start < end && start < best.end);
    const same = there.find(({ text: other }) => isSameClaim(text, other))?.id ?? null;
    return { same, alike: same ?? there.find(({ text: other }) => paraphrases(text, other))?.id ?? null };
  };
}
