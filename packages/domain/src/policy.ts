/**
 * The rules of a workspace, or of one case. Stored as JSON; every field has a default so that old rows read as today's.
 */
export interface Policy {
  /** T4: may a person review their own tag. The report says so when it is on. */
  selfReview: boolean;
  /** V1: independent groups that make a claim corroborated. */
  independenceThreshold: number;
  /** B2: independent tags that a cell needs before it opens, 1 to 5. With 1 no cell is blind. */
  requiredTags: number;
  /** B2: equal stances of a blind cell settle it by themselves; otherwise they await review. */
  autoAccept: boolean;
  /** R1: people who must sign before a release, 0 to 5. */
  signOffs: number;
}

export const DEFAULT_POLICY: Policy = {
  selfReview: false,
  independenceThreshold: 2,
  requiredTags: 1,
  autoAccept: false,
  signOffs: 1,
};

export function readPolicy(stored: unknown): Policy {
  return { ...DEFAULT_POLICY, ...(typeof stored === "object" && stored !== null ? stored : {}) };
}
