import type { CaseView, RatingView } from "@assay/domain";
import { ratingOf } from "@assay/domain";
import type { SnapshotClaim, SnapshotRating, SnapshotRatings } from "./report-snapshot.ts";
import type { CaseIndex } from "./snapshot-tag.ts";
import { nameOf } from "./snapshot-tag.ts";

/**
 * The desk's ratings of what the report holds; null where it rated none of it. A rating whose entry the scale has no
 * longer is left out: it has no place on it, and a release that holds one is refused (R1).
 */
export function snapshotRatings(
  { ratings, ratingScale }: CaseView,
  claims: readonly Pick<SnapshotClaim, "id">[],
  index: CaseIndex,
): SnapshotRatings | null {
  const rated = (rating: RatingView | null): SnapshotRating | null => {
    if (rating === null) return null;
    const value = ratingScale.entries.findIndex(({ id }) => id === rating.entryId) + 1;
    if (value === 0) return null;
    const { label, colour, justification, updatedAt } = rating;
    return { value, label, colour, justification, by: nameOf(index, rating.authorId), at: updatedAt };
  };
  const piece = rated(ratingOf(ratings, null));
  const ofClaims = claims.flatMap(({ id }) => {
    const rating = rated(ratingOf(ratings, id));
    return rating === null ? [] : [{ claimId: id, ...rating }];
  });
  if (piece === null && ofClaims.length === 0) return null;
  const entries = ratingScale.entries.map(({ label, colour, definition }, place) => {
    return { value: place + 1, label, colour, definition };
  });
  return { scale: { name: ratingScale.name, entries }, piece, claims: ofClaims };
}
