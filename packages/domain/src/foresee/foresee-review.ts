import type { AdjudicationView, CaseChange, ReviewView } from "../case-view.ts";
import { decideTagAction } from "../decide-tag-action.ts";
import { actionOfOutcome, checkReview } from "../review-rules.ts";
import { stanceWord } from "../labels.ts";
import { moveTag } from "./foresee-tag.ts";
import type { ForeseenInputs } from "./foreseen-input.ts";
import type { Foresight } from "./foresight.ts";
import { after, asPhrase, foreseen, roleOf, standingClaim, tagOf } from "./foresight.ts";

/** The id of the review is the mutation's until the server has given it one. */
export function foreseeDecide(sight: Foresight, input: ForeseenInputs["review.decide"]): CaseChange | null {
  const { mutationId, tagId, tagVersion, decision, proposedStance = null } = input;
  const tag = tagOf(sight, tagId);
  if (tag === null || standingClaim(sight, tag.claimId) === null) return null;
  const { policy } = sight.view;
  const actor = { id: sight.actorId, role: roleOf(sight) };
  const decided = decideTagAction(decision, { actor, tag, policy, baseVersion: tagVersion });
  const reason = asPhrase(input.reason);
  if (!decided.ok || !checkReview({ decision, reason, proposedStance, tagStance: tag.stance }).ok) return null;
  const review: ReviewView = {
    id: mutationId,
    tagId,
    tagVersion,
    reviewerId: sight.actorId,
    decision,
    reason,
    proposedStance,
    createdAt: after(sight, tag.updatedAt),
  };
  return foreseen(sight, { tags: [moveTag(sight, tag, decided.next, reason)], reviews: [review] });
}

/** Splitting a claim makes new claims, and is left to the server. */
export function foreseeAdjudicate(sight: Foresight, input: ForeseenInputs["review.adjudicate"]): CaseChange | null {
  const { mutationId, tagId, tagVersion, outcome, stance = null, cause } = input;
  const tag = tagOf(sight, tagId);
  if (tag === null || outcome === "split_claim" || standingClaim(sight, tag.claimId) === null) return null;
  const actor = { id: sight.actorId, role: roleOf(sight) };
  const asked = { actor, tag, policy: sight.view.policy, baseVersion: tagVersion, contested: true };
  const decided = decideTagAction(actionOfOutcome(outcome), asked);
  if (!decided.ok) return null;
  const note = asPhrase(input.note);
  const adjudication: AdjudicationView = {
    id: mutationId,
    tagId,
    tagVersion,
    adjudicatorId: sight.actorId,
    outcome,
    stance,
    cause,
    note,
    createdAt: after(sight, tag.updatedAt),
  };
  const overturned = stance === null ? "Upheld." : `Overturned in favour of ${stanceWord(stance)}.`;
  const byItself = outcome === "insufficient" ? "The evidence does not suffice yet." : overturned;
  const reason = note || (outcome === "uphold" ? "Upheld." : byItself);
  return foreseen(sight, { tags: [moveTag(sight, tag, decided.next, reason)], adjudications: [adjudication] });
}
