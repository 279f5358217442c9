import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "./policy.ts";
import { caseProgress, decidedByMe, myReturned, reviewQueue } from "./progress.ts";
import { aCase, aClaim, aReview, aSource, aTag, minute } from "./testing/case-builder.ts";

const VIEW = aCase({
  sources: [aSource(1), aSource(2)],
  claims: [aClaim(1), aClaim(2), aClaim(3, { withdrawn: true })],
  tags: [
    aTag({ id: "approved", state: "approved" }),
    aTag({ id: "early", sourceId: "s2", state: "submitted", updatedAt: minute(1) }),
    aTag({ id: "late", claimId: "c2", state: "submitted", authorId: "bob", updatedAt: minute(2) }),
    aTag({ id: "gone", claimId: "c3", state: "submitted" }),
    aTag({ id: "back", claimId: "c2", sourceId: "s2", state: "changes_requested" }),
    aTag({ id: "stale", claimId: "c2", sourceId: "s2", state: "stale", updatedAt: minute(7) }),
    aTag({ id: "lost", claimId: "c2", sourceId: "s2", state: "overturned", updatedAt: minute(6) }),
    aTag({ id: "theirs", claimId: "c2", sourceId: "s2", state: "stale", authorId: "bob" }),
  ],
  reviews: [
    aReview({ id: "v1", createdAt: minute(1) }),
    aReview({ id: "v2", createdAt: minute(2), decision: "challenge" }),
    aReview({ id: "v3", createdAt: minute(3), decision: "comment" }),
    aReview({ id: "v4", createdAt: minute(4), reviewerId: "lea" }),
    aReview({ id: "v5", createdAt: minute(5), decision: "request_changes" }),
  ],
});

describe("progress", () => {
  it("counts the cells of standing claims by state", () => {
    const progress = caseProgress(VIEW);
    expect(progress).toMatchObject({ total: 4, settled: 1, settledShare: 0.25 });
    expect(progress.cells).toEqual({
      empty: 0,
      in_progress: 0,
      awaiting_review: 2,
      changes_requested: 0,
      contested: 0,
      settled: 1,
      stale: 1,
    });
    expect(caseProgress(aCase())).toMatchObject({ total: 0, settledShare: 0 });
  });

  it("[T4] queues what others submitted on standing claims, newest first", () => {
    expect(reviewQueue(VIEW, "rev").map(({ id }) => id)).toEqual(["late", "early"]);
    expect(reviewQueue(VIEW, "ann").map(({ id }) => id)).toEqual(["late"]);
  });

  it("[T4] [B1] queues one's own tag only where the policy allows it, and nothing of a blind cell", () => {
    const lax = { ...VIEW, policy: { ...DEFAULT_POLICY, selfReview: true } };
    expect(reviewQueue(lax, "ann").map(({ id }) => id)).toEqual(["late", "early"]);
    const blind = { ...VIEW, policy: { ...DEFAULT_POLICY, requiredTags: 2 } };
    expect(reviewQueue(blind, "rev")).toEqual([]);
    const openings = [{ claimId: "c2", sourceId: "s1", openedAt: minute(3) }];
    expect(reviewQueue({ ...blind, openings }, "rev").map(({ id }) => id)).toEqual(["late"]);
  });

  it("lists my decisions since a moment, without comments", () => {
    expect(decidedByMe(VIEW, "rev", minute(2)).map(({ id }) => id)).toEqual(["v5", "v2"]);
    expect(decidedByMe(VIEW, "rev", "2025-03-01T10:02:00+01:00").map(({ id }) => id)).toEqual(["v5", "v2"]);
  });

  it("[T3] [A2] lists my tags that came back", () => {
    expect(myReturned(VIEW, "ann").map(({ id }) => id)).toEqual(["stale", "lost", "back"]);
  });
});
