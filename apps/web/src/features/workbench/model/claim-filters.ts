export const CLAIM_FILTERS = ["all", "open", "mine", "conflicting"] as const;
export type ClaimFilter = (typeof CLAIM_FILTERS)[number];
