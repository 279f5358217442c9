import type { CaseView, TagView } from "@assay/domain";

type Decided = Pick<CaseView, "reviews" | "adjudications">;

/** Who approved the tag as it stands now: the latest approval of exactly this version, by review or by adjudication. */
export function approverOf({ reviews, adjudications }: Decided, tag: TagView): string | null {
  if (tag.state !== "approved") return null;
  const ofThis = (one: { tagId: string; tagVersion: number }) => one.tagId === tag.id && one.tagVersion === tag.version;
  const approvals = [
    ...reviews
      .filter((review) => ofThis(review) && review.decision === "approve")
      .map((review) => ({ by: review.reviewerId, at: review.createdAt })),
    ...adjudications
      .filter((one) => ofThis(one) && one.outcome === "uphold")
      .map((one) => ({ by: one.adjudicatorId, at: one.createdAt })),
  ];
  return approvals.sort((a, b) => (a.at < b.at ? 1 : -1))[0]?.by ?? null;
}
