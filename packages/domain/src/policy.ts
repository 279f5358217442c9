/** A workspace's rules. Stored as JSON; every field has a default so that old workspaces read as today's. */
export interface Policy {
  /** T4: may a person review their own tag. The report says so when it is on. */
  selfReview: boolean;
  /** V1: independent groups that make a claim corroborated. */
  independenceThreshold: number;
}

export const DEFAULT_POLICY: Policy = { selfReview: false, independenceThreshold: 2 };

export function readPolicy(stored: unknown): Policy {
  return { ...DEFAULT_POLICY, ...(typeof stored === "object" && stored !== null ? stored : {}) };
}
