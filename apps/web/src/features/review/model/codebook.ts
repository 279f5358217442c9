import type { Stance } from "@assay/domain";

/** What each stance asks of the source (S1–S4), as it is held against a tag under review. */
export const CODEBOOK: Record<Stance, readonly string[]> = {
  verified: [
    "This source itself says so, or gives a compatible value. It does not mean that the claim is true.",
    "Where the source only reports that somebody else says so, the tag is marked as attributed.",
  ],
  disputed: [
    "This source denies the claim, or gives a value that cannot hold beside it.",
    "“Could not confirm” and a mention without the claim’s content dispute nothing: that is missing.",
  ],
  missing: [
    "The whole revision was read and does not address the claim. It has no passage, only an attestation.",
    "A wider value that merely contains the claim’s own (a month for a day) is missing as well.",
  ],
};
