import type { Role } from "../role.ts";
import type { Stance } from "../stance.ts";
import type { TagState } from "../tag.ts";

export const QUEUE_KINDS = ["to_tag", "to_review", "contested", "mentions"] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

/** Why something is this person's work. */
export const QUEUE_REASONS = [
  "assigned",
  "draft",
  "changes_requested",
  "overturned",
  "stale",
  "submitted",
  "contested",
  "mentioned",
] as const;
export type QueueReason = (typeof QUEUE_REASONS)[number];

/** One piece of one person's work in one case. */
export interface QueueItem {
  /** The same for the same piece of work as long as it is there; unique over cases. */
  id: string;
  kind: QueueKind;
  why: QueueReason;
  /** Null for a mention in a thread on the case or on a whole source. */
  claimId: string | null;
  sourceId: string | null;
  /** Null where nothing has been tagged yet. */
  tagId: string | null;
  tagVersion: number | null;
  authorId: string | null;
  stance: Stance | null;
  state: TagState | null;
  threadId: string | null;
  /** ISO 8601: when it became this person's work. */
  since: string;
  /** The nearest day that an assignment of this work names. */
  dueOn: string | null;
  /** The person's own assignment, the narrowest that covers the work. */
  assignmentId: string | null;
  /** Everybody it is assigned to, or who took it, in order of assignment. */
  assigneeIds: string[];
}

export interface Worker {
  id: string;
  role: Role;
}

export type QueueCounts = Record<QueueKind, number>;

export function countItems(items: readonly Pick<QueueItem, "kind">[]): QueueCounts {
  const counts: QueueCounts = { to_tag: 0, to_review: 0, contested: 0, mentions: 0 };
  for (const { kind } of items) counts[kind] += 1;
  return counts;
}
