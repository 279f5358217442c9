import { canonicalJson } from "./canonical-json.ts";

export const EVENT_KINDS = [
  "case.created",
  "case.edited",
  "source.added",
  "source.edited",
  "source.revised",
  "source.removed",
  "source.restored",
  "claim.created",
  "claim.edited",
  "claim.withdrawn",
  "claim.restored",
  "tag.created",
  "tag.edited",
  "tag.submitted",
  "tag.reviewed",
  "tag.withdrawn",
  "tag.restored",
  "tag.reaffirmed",
  "tag.staled",
  "tag.adjudicated",
  "tag.accepted",
  "verdict.overridden",
  "verdict.restored",
  "report.exported",
  "report.edited",
  "policy.changed",
  "claim.split",
  "cell.opened",
  "assignment.created",
  "assignment.changed",
  "assignment.ended",
  "thread.opened",
  "thread.resolved",
  "thread.reopened",
  "comment.added",
  "comment.edited",
  "comment.withdrawn",
  "rating.set",
  "rating.lifted",
  "scale.changed",
  "release.signed",
  "release.unsigned",
  "release.made",
  "correction.added",
  "correction.withdrawn",
  "share.created",
  "share.revoked",
  "case.imported",
  "suggestion.dismissed",
  "suggestion.restored",
  "case.put_away",
  "case.brought_back",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** One entry of a case's log (T8, E1, E2). */
export interface CaseEvent {
  caseId: string;
  /** 1, 2, 3 … within the case, without a gap. */
  number: number;
  /** ISO 8601, UTC, with milliseconds: it is hashed as it is written. */
  at: string;
  actorId: string;
  kind: EventKind;
  /** Id of what changed: a tag, a claim, a source, the case. */
  subject: string;
  reason: string;
  payload: Record<string, unknown>;
  /** E4. Null for what the system did by itself. */
  mutationId: string | null;
  prevHash: string;
  /** sha256(prevHash + eventBody), in hex. */
  hash: string;
}

export type EventBody = Omit<CaseEvent, "prevHash" | "hash">;

/** What the first event of a case is chained to. */
export const GENESIS_HASH = "0".repeat(64);

/** The canonical string that is hashed together with the previous hash. Extra fields of a stored row play no part. */
export function eventBody(event: EventBody): string {
  const { caseId, number, at, actorId, kind, subject, reason, payload, mutationId } = event;
  return canonicalJson({ caseId, number, at, actorId, kind, subject, reason, payload, mutationId });
}
