import type { ReviewView, TagView } from "../case-view.ts";

/** A1: whoever wrote a standing tag of a contested cell, or challenged one that stands challenged, cannot decide it. */
export function isParty(userId: string, tags: readonly TagView[], reviews: readonly ReviewView[]): boolean {
  return tags.some(
    (tag) => tag.state !== "withdrawn" && (tag.authorId === userId || lastChallenger(tag, reviews) === userId),
  );
}

function lastChallenger(tag: TagView, reviews: readonly ReviewView[]): string | null {
  if (tag.state !== "challenged") return null;
  let last: ReviewView | null = null;
  for (const review of reviews) {
    if (review.tagId !== tag.id || review.decision !== "challenge") continue;
    if (last === null || review.createdAt >= last.createdAt) last = review;
  }
  return last?.reviewerId ?? null;
}
