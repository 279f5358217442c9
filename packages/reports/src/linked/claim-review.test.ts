import { describe, expect, it } from "vitest";
import { buildSnapshot } from "../snapshot/build-snapshot.ts";
import type { SnapshotRatings } from "../snapshot/report-snapshot.ts";
import { ferryInput } from "../testing/ferry-case.ts";
import { rated } from "../testing/rated-ferry.ts";
import { renderClaimReview } from "./claim-review.ts";

const reviewsOf = (snapshot: Parameters<typeof renderClaimReview>[0]) =>
  (JSON.parse(renderClaimReview(snapshot)) as { "@graph": Record<string, unknown>[] })["@graph"];

describe("the ClaimReview export", () => {
  it("has one review for each rated claim, and none where nothing is rated", () => {
    expect(reviewsOf(buildSnapshot(ferryInput()))).toEqual([]);
    expect(reviewsOf(rated()).map((review) => review["claimReviewed"])).toEqual([
      "The ferry carried 186 passengers.",
      "A steering failure caused the grounding.",
    ]);
  });

  it("carries the desk's rating on the desk's scale, and why", () => {
    expect(reviewsOf(rated())[0]).toMatchObject({
      "@type": "ClaimReview",
      datePublished: "2026-10-10",
      author: { "@type": "Organization", name: "The Harbour Desk" },
      reviewRating: {
        "@type": "Rating",
        ratingValue: 2,
        worstRating: 1,
        bestRating: 3,
        alternateName: "Disputed in part",
        ratingExplanation: "Two counts, two numbers.",
      },
    });
  });

  it("[S1] shows a claim as appearing where a source says it, never where it is denied", () => {
    const [review] = reviewsOf(rated());
    const item = review?.["itemReviewed"] as { appearance: { name: string }[]; datePublished: string };
    expect(item.appearance.map(({ name }) => name)).toEqual(["The Ellery Courier", "Harbour log"]);
    expect(item.datePublished).toBe("2026-10-08");
    const cited = review?.["citation"] as { name: string }[];
    expect(cited.map(({ name }) => name)).toEqual([
      "The Ellery Courier",
      "Kestrel FM",
      "Harbour log",
    ]);
  });

  it("names the claimant and leaves out what the desk does not know", () => {
    const [first, second] = reviewsOf(rated()).map((review) => review["itemReviewed"] as Record<string, unknown>);
    expect(first).not.toHaveProperty("author");
    expect(second?.["author"]).toEqual({ "@type": "Person", name: "Ines Varga" });
  });

  it("passes over a rating whose claim the report does not hold", () => {
    const snapshot = rated();
    const ratings = snapshot.ratings as SnapshotRatings;
    const claims = ratings.claims.map((rating) => ({ ...rating, claimId: "elsewhere" }));
    expect(reviewsOf({ ...snapshot, ratings: { ...ratings, claims } })).toEqual([]);
  });
});
