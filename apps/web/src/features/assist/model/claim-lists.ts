import type { CaseView, ClaimView } from "@assay/domain";
import type { SuggestedClaim } from "../assist-types.ts";

export interface TakenClaim {
  suggestion: SuggestedClaim;
  claim: ClaimView;
}

export interface ClaimLists {
  open: SuggestedClaim[];
  taken: TakenClaim[];
  dismissed: SuggestedClaim[];
}

/**
 * A source's suggested claims by what has become of them. One whose claim was withdrawn is open again; one that was both
 * dismissed and taken is taken. The case itself says what was taken: it knows of a claim that is still on its way.
 */
export function claimLists(
  suggested: readonly SuggestedClaim[],
  { claims }: Pick<CaseView, "claims">,
  dismissed: ReadonlySet<string>,
): ClaimLists {
  const made = new Map(claims.flatMap((claim) => (claim.withdrawn ? [] : [[claim.suggestion?.key ?? claim.id, claim]])));
  const lists: ClaimLists = { open: [], taken: [], dismissed: [] };
  for (const suggestion of suggested) {
    const claim = made.get(suggestion.key);
    if (claim !== undefined) lists.taken.push({ suggestion, claim });
    else if (dismissed.has(suggestion.key)) lists.dismissed.push(suggestion);
    else lists.open.push(suggestion);
  }
  return lists;
}

/** Existing claims, those first that share the most words with a suggestion. */
export function nearestClaims(text: string, claims: readonly ClaimView[]): ClaimView[] {
  const wanted = wordsOf(text);
  const shared = (claim: ClaimView) => {
    const own = wordsOf(claim.text);
    let count = 0;
    for (const word of own) if (wanted.has(word)) count += 1;
    return count / Math.max(1, Math.min(own.size, wanted.size));
  };
  return claims
    .filter(({ withdrawn }) => !withdrawn)
    .map((claim) => ({ claim, near: shared(claim) }))
    .toSorted((a, b) => b.near - a.near || a.claim.number - b.claim.number)
    .map(({ claim }) => claim);
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}
