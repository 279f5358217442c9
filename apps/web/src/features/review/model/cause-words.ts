import type { CauseCode } from "@assay/domain";

/** A3 */
export const CAUSE_WORDS: Record<CauseCode, string> = {
  ambiguous_text: "ambiguous text",
  guideline_gap: "guideline gap",
  annotator_error: "annotator error",
  edge_case: "edge case",
  subjective: "subjective",
};
