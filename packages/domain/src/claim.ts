export const CLAIM_TYPES = ["number", "date", "event", "quote", "attribution", "role", "place", "cause"] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

/** Longest wording of a claim, in UTF-16 code units. A claim is one proposition, but a desk may paste a long one. */
export const CLAIM_TEXT_MAX = 40_000;
