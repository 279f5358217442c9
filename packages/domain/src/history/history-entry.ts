import type { EventKind } from "../event.ts";

/** One entry of a case's log as its history shows it. */
export interface HistoryEntry {
  number: number;
  at: string;
  actorId: string;
  kind: EventKind;
  subject: string;
  reason: string;
  payload: Record<string, unknown>;
  /** What the same thing held before, for an edit whose event tells only what it holds since. */
  previous: Record<string, unknown> | null;
}

export const HISTORY_GROUPS = ["tags", "reviews", "claims", "verdicts", "sources", "threads", "work", "release", "case"] as const;
export type HistoryGroup = (typeof HISTORY_GROUPS)[number];

const GROUP_OF: Record<EventKind, HistoryGroup> = {
  "case.created": "case",
  "case.edited": "case",
  "case.put_away": "case",
  "case.brought_back": "case",
  "case.imported": "case",
  "source.added": "sources",
  "source.edited": "sources",
  "source.revised": "sources",
  "source.removed": "sources",
  "source.restored": "sources",
  "claim.created": "claims",
  "claim.edited": "claims",
  "claim.withdrawn": "claims",
  "claim.restored": "claims",
  "claim.split": "claims",
  "tag.created": "tags",
  "tag.edited": "tags",
  "tag.submitted": "tags",
  "tag.withdrawn": "tags",
  "tag.restored": "tags",
  "tag.reaffirmed": "tags",
  "tag.staled": "tags",
  "cell.opened": "tags",
  "tag.reviewed": "reviews",
  "tag.adjudicated": "reviews",
  "tag.accepted": "reviews",
  "verdict.overridden": "verdicts",
  "verdict.restored": "verdicts",
  "report.exported": "case",
  "report.edited": "case",
  "policy.changed": "case",
  "assignment.created": "work",
  "assignment.changed": "work",
  "assignment.ended": "work",
  "thread.opened": "threads",
  "thread.resolved": "threads",
  "thread.reopened": "threads",
  "comment.added": "threads",
  "comment.edited": "threads",
  "comment.withdrawn": "threads",
  "rating.set": "verdicts",
  "rating.lifted": "verdicts",
  "scale.changed": "verdicts",
  "release.signed": "release",
  "release.unsigned": "release",
  "release.made": "release",
  "correction.added": "release",
  "correction.withdrawn": "release",
  "share.created": "release",
  "share.revoked": "release",
  "suggestion.dismissed": "claims",
  "suggestion.restored": "claims",
};

export function historyGroup(kind: EventKind): HistoryGroup {
  return GROUP_OF[kind];
}

export function kindsOfGroup(group: HistoryGroup): EventKind[] {
  return (Object.keys(GROUP_OF) as EventKind[]).filter((kind) => GROUP_OF[kind] === group);
}
