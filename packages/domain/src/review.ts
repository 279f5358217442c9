import type { Stance } from "./stance.ts";

export const REVIEW_DECISIONS = ["approve", "request_changes", "challenge", "comment"] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

export const ADJUDICATION_OUTCOMES = ["uphold", "overturn", "split_claim", "insufficient"] as const;
export type AdjudicationOutcome = (typeof ADJUDICATION_OUTCOMES)[number];

/** A3 */
export const CAUSE_CODES = ["ambiguous_text", "guideline_gap", "annotator_error", "edge_case", "subjective"] as const;
export type CauseCode = (typeof CAUSE_CODES)[number];

export interface ProposedStance {
  stance: Stance;
}
