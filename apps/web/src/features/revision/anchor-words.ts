import type { AnchorState } from "@assay/domain";

/** A passage's state in words, as it stands beside the passage. */
export const ANCHOR_WORDS: Record<AnchorState, string> = {
  exact: "exact",
  moved: "moved",
  fuzzy: "words changed",
  ambiguous: "more than one place",
  orphaned: "not found",
};

/** What it means for whoever has to do something about it. */
export const ANCHOR_HINTS: Record<AnchorState, string> = {
  exact: "The same words at the same place.",
  moved: "The same words, elsewhere in the text.",
  fuzzy: "Other words stand there now. Read them, then keep them or select others.",
  ambiguous: "The words stand in more than one place. Choose one by hand.",
  orphaned: "The words are not in this revision. Place the passage by hand, or remove it.",
};
