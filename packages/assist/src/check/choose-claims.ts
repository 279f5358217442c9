import type { CaseIndex } from "../align/case-index.ts";
import type { AssistClaim, ClaimSuggestion } from "../suggestion.ts";
import { likenessOf, weighClaim } from "./claim-likeness.ts";
import type { WeighedClaim } from "./claim-likeness.ts";

/** Two suggestions that are this alike are one claim of the case. */
const SAME = 0.5;
/** Below this a statement is not worth a row of its own. */
const LEAST_SCORE = 0.45;

/** A claim with the place that it was taken from. */
export interface ChosenClaim extends AssistClaim {
  from: ClaimSuggestion;
}

/**
 * The claims of a case for which nobody gave any: the most checkable of each source in turn, so that every source has
 * its say, without those that an earlier one says already. In the order in which the first source tells them.
 */
export function chooseClaims(index: CaseIndex, suggested: readonly (readonly ClaimSuggestion[])[], most: number): ChosenClaim[] {
  const chosen: { claim: ClaimSuggestion; weighed: WeighedClaim; source: number }[] = [];
  const queues = suggested.map((claims) => claims.filter(({ score }) => score >= LEAST_SCORE));
  for (let turn = 0; chosen.length < most && queues.some((queue) => turn < queue.length); turn += 1) {
    for (const [source, queue] of queues.entries()) {
      const claim = queue[turn];
      if (claim === undefined || chosen.length >= most) continue;
      const weighed = weighClaim(index, claim.text);
      if (chosen.every((other) => likenessOf(other.weighed, weighed) < SAME)) chosen.push({ claim, weighed, source });
    }
  }
  return chosen
    .toSorted((a, b) => a.source - b.source || a.claim.start - b.claim.start)
    .map(({ claim: from }, at) => ({ id: `c${String(at + 1).padStart(2, "0")}`, text: from.text, type: from.type, from }));
}
