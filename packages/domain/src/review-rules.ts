import type { AdjudicationOutcome, CauseCode, ReviewDecision } from "./review.ts";
import type { Completeness } from "./source.ts";
import type { Outcome } from "./refusal.ts";
import type { Stance } from "./stance.ts";
import type { TagAction } from "./transition.ts";
import { allowed, refuse } from "./refusal.ts";

/** What a review has to say beside its decision. Who may decide, and in which state, is for `decideTagAction`. */
export function checkReview(review: {
  decision: ReviewDecision;
  reason: string;
  proposedStance: Stance | null;
  tagStance: Stance;
}): Outcome {
  const { decision, proposedStance, tagStance } = review;
  const silent = review.reason.trim() === "";
  if (decision === "request_changes" && silent) {
    return refuse("T8", "Say what has to change. The author works from your reason.");
  }
  if (decision === "comment" && silent) return refuse("T8", "A comment needs words.");
  if (decision === "challenge") {
    if (proposedStance === null) return refuse("A1", "A challenge proposes another stance. Choose one.");
    if (proposedStance === tagStance) {
      return refuse("A1", `The tag already says ${tagStance}. Propose another stance, or request changes.`);
    }
    if (silent) return refuse("T8", "Say why. The adjudicator reads your reason beside the author's.");
  } else if (proposedStance !== null) {
    return refuse("A1", "Only a challenge proposes a stance.");
  }
  return allowed;
}

/** `others` are the stances that people put forward for the cell: the tags' and the challenges'. */
export function checkAdjudication(adjudication: {
  outcome: AdjudicationOutcome;
  stance: Stance | null;
  cause: CauseCode;
  note: string;
  tagStance: Stance;
  others: readonly Stance[];
  /** Of the revision that is judged. */
  completeness: Completeness;
}): Outcome {
  const { outcome, stance, tagStance, others, completeness } = adjudication;
  if (outcome === "overturn") {
    if (stance === null) return refuse("A2", "Choose the stance that stands instead.");
    if (stance === tagStance) return refuse("A2", `The tag already says ${tagStance}. Uphold it instead.`);
    if (stance === "missing" && completeness === "partial") {
      return refuse("S3", "This source is partial, so nobody can rule that it is silent. Add its full text first.");
    }
    if (adjudication.note.trim() === "" && !others.includes(stance)) {
      return refuse("A3", "This overrules everybody. Write a note that says why.");
    }
  } else if (stance !== null && stance !== tagStance) {
    return refuse("A2", "Only an overturned tag takes another stance.");
  }
  return allowed;
}

const ACTION_OF_OUTCOME: Record<AdjudicationOutcome, TagAction> = {
  uphold: "uphold",
  overturn: "overturn",
  insufficient: "insufficient",
  // The parent's tags go back to their authors; the children's cells start empty (A2).
  split_claim: "insufficient",
};

export function actionOfOutcome(outcome: AdjudicationOutcome): TagAction {
  return ACTION_OF_OUTCOME[outcome];
}
