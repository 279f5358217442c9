import type { ReviewView, TagView } from "@assay/domain";

/** The challenge that made a tag challenged: the latest on the version it has now. */
export function challengeOf(reviews: readonly ReviewView[], tag: TagView): ReviewView | null {
  let last: ReviewView | null = null;
  for (const review of reviews) {
    if (review.tagId !== tag.id || review.decision !== "challenge" || review.tagVersion !== tag.version) continue;
    if (last === null || review.createdAt > last.createdAt) last = review;
  }
  return last;
}
