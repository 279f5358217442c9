import { isLostState } from "@assay/domain";
import type { ClaimView, TagView } from "@assay/domain";
import type { SuggestedClaim } from "../assist-types.ts";

export interface TakenClaim {
  suggestion: SuggestedClaim;
  claim: ClaimView;
}

export interface ClaimLists {
  /** What would be a new claim first; then what a claim of the case says already. */
  open: SuggestedClaim[];
  /** By the suggestion's key: the claim that says the same. */
  same: ReadonlyMap<string, ClaimView>;
  taken: TakenClaim[];
  dismissed: SuggestedClaim[];
}

/**
 * A source's suggested claims by what has become of them. One whose claim was withdrawn is open again; one that was both
 * dismissed and taken is taken, and so is one whose words are evidence already of a claim worded much like it. The case
 * itself says what was taken: it knows of a claim that is still on its way.
 */
export function claimLists(
  suggested: readonly SuggestedClaim[],
  claims: readonly ClaimView[],
  tagsOf: (claimId: string, sourceId: string) => readonly TagView[],
  dismissed: ReadonlySet<string>,
): ClaimLists {
  const standing = claims.filter(({ withdrawn }) => !withdrawn);
  const byId = new Map(standing.map((claim) => [claim.id, claim]));
  const made = new Map(standing.map((claim) => [claim.suggestion?.key ?? claim.id, claim]));
  const fresh: SuggestedClaim[] = [];
  const known: SuggestedClaim[] = [];
  const same = new Map<string, ClaimView>();
  const lists = { taken: [] as TakenClaim[], dismissed: [] as SuggestedClaim[] };
  for (const suggestion of suggested) {
    const other = byId.get(suggestion.sameAs ?? "");
    const alike = byId.get(suggestion.alike ?? "");
    const isMarked = alike !== undefined && tagsOf(alike.id, suggestion.sourceId).some((tag) => isEvidence(suggestion, tag));
    const claim = made.get(suggestion.key) ?? (isMarked ? alike : undefined);
    if (claim !== undefined) lists.taken.push({ suggestion, claim });
    else if (dismissed.has(suggestion.key)) lists.dismissed.push(suggestion);
    else if (other === undefined) fresh.push(suggestion);
    else {
      known.push(suggestion);
      same.set(suggestion.key, other);
    }
  }
  return { open: [...fresh, ...known], same, ...lists };
}

function isEvidence({ start, end }: SuggestedClaim, tag: TagView): boolean {
  return tag.state !== "withdrawn" && tag.evidence.some((one) => !isLostState(one.state) && one.start < end && start < one.end);
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
