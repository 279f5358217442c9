import type { CaseView, EventKind, LiveEvent } from "@assay/domain";
import { claimLabel, sourceName } from "@assay/domain";
import type { Target } from "./event-target.ts";

/** Null: nothing that somebody would come to look at. */
const VERBS: Record<EventKind, string | null> = {
  "case.created": null,
  "case.imported": null,
  "case.edited": "edited",
  "case.put_away": "put away",
  "case.brought_back": "brought back",
  "source.added": "added",
  "source.edited": "edited the details of",
  "source.revised": "stored a new revision of",
  "source.removed": "took a source out of",
  "source.restored": "put back",
  "claim.created": "added",
  "claim.edited": "reworded",
  "claim.withdrawn": "withdrew",
  "claim.restored": "restored",
  "tag.created": "tagged",
  "tag.edited": "edited the tag of",
  "tag.submitted": "submitted",
  "tag.reviewed": "reviewed",
  "tag.withdrawn": "withdrew the tag of",
  "tag.restored": "restored the tag of",
  "tag.reaffirmed": "reaffirmed",
  "tag.staled": null,
  "tag.adjudicated": "adjudicated",
  "tag.accepted": "accepted",
  "verdict.overridden": "overrode the verdict of",
  "verdict.restored": "lifted the override of",
  "report.exported": null,
  "report.edited": "edited the report of",
  "policy.changed": "changed the policy of",
  "claim.split": "split",
  "cell.opened": "opened",
  "assignment.created": "gave out work on",
  "assignment.changed": "changed an assignment on",
  "assignment.ended": "ended an assignment on",
  "thread.opened": "asked about",
  "thread.resolved": "resolved a thread on",
  "thread.reopened": "reopened a thread on",
  "comment.added": "commented on",
  "comment.edited": "edited a comment on",
  "comment.withdrawn": "withdrew a comment on",
  "rating.set": "rated",
  "rating.lifted": "lifted the rating of",
  "scale.changed": null,
  "release.signed": "signed off",
  "release.unsigned": "took back a signature on",
  "release.made": "released",
  "correction.added": "wrote a correction of",
  "correction.withdrawn": "withdrew a correction of",
  "share.created": null,
  "share.revoked": null,
  "suggestion.dismissed": null,
  "suggestion.restored": null,
};

const DECISIONS = {
  approve: "approved",
  request_changes: "requested changes to",
  challenge: "challenged",
  comment: "commented on",
} as const;

export function isWorthAWord({ kind }: Pick<LiveEvent, "kind">): boolean {
  return VERBS[kind] !== null;
}

/** "approved". A review is told by its decision where the case knows it. */
export function verbOf(view: CaseView, event: LiveEvent): string {
  if (event.kind === "tag.reviewed") {
    const review = view.reviews.findLast(
      (one) => one.tagId === event.subject && one.reviewerId === event.actorId && one.createdAt <= event.at,
    );
    if (review !== undefined) return DECISIONS[review.decision];
  }
  return VERBS[event.kind] ?? "changed";
}

/** "C5 in The Ellery Courier" */
export function targetWords(view: CaseView, { claimId, sourceId }: Pick<Target, "claimId" | "sourceId">): string {
  const claim = view.claims.find(({ id }) => id === claimId);
  const source = view.sources.find(({ id }) => id === sourceId);
  if (claim === undefined) return source === undefined ? "the case" : sourceName(source);
  return source === undefined ? claimLabel(claim) : `${claimLabel(claim)} in ${sourceName(source)}`;
}

export function nameOf(view: CaseView, userId: string): string {
  return view.people.find(({ id }) => id === userId)?.name ?? "Somebody who has left";
}
