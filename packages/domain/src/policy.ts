import type { Outcome } from "./refusal.ts";
import { allowed, refuse } from "./refusal.ts";

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

export const POLICY_KEYS = Object.keys(DEFAULT_POLICY) as (keyof Policy)[];

export function readPolicy(stored: unknown): Policy {
  return { ...DEFAULT_POLICY, ...(typeof stored === "object" && stored !== null ? stored : {}) };
}

/** What holds in a case: its own fields over the workspace's. */
export function effectivePolicy(workspace: unknown, own: unknown): Policy {
  return { ...readPolicy(workspace), ...(typeof own === "object" && own !== null ? own : {}) };
}

export function isSamePolicy(one: Partial<Policy>, other: Partial<Policy>): boolean {
  return POLICY_KEYS.every((key) => one[key] === other[key]);
}

/** The range of each number, and the sentence for one outside it. */
const BOUNDS = {
  requiredTags: [1, 5, "B2", "A cell takes 1 to 5 independent tags. With 1, cells are not blind."],
  independenceThreshold: [1, 10, "V1", "Corroborated takes 1 to 10 independent groups of sources."],
  signOffs: [0, 5, "R1", "A release takes 0 to 5 sign-offs."],
} as const;

/** Only the fields that are given are looked at: a case decides what it likes for itself. */
export function checkPolicy(policy: Partial<Policy>): Outcome {
  for (const [key, [least, most, rule, reason]] of Object.entries(BOUNDS)) {
    const value = policy[key as keyof typeof BOUNDS];
    if (value === undefined) continue;
    if (!Number.isInteger(value) || value < least || value > most) return refuse(rule, reason);
  }
  return allowed;
}
