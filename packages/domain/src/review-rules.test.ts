import { describe, expect, it } from "vitest";
import { ADJUDICATION_OUTCOMES } from "./review.ts";
import { actionOfOutcome, checkAdjudication, checkReview } from "./review-rules.ts";
import { nextState } from "./transition.ts";

const review = { decision: "approve", reason: "", proposedStance: null, tagStance: "verified" } as const;

describe("checkReview", () => {
  it("[T8] a request, a comment and a challenge need words; an approval does not", () => {
    expect(checkReview(review)).toEqual({ ok: true });
    for (const decision of ["request_changes", "comment"] as const) {
      expect(checkReview({ ...review, decision, reason: "  " })).toMatchObject({ ok: false, rule: "T8" });
      expect(checkReview({ ...review, decision, reason: "Which call?" })).toEqual({ ok: true });
    }
    const challenge = { ...review, decision: "challenge", proposedStance: "disputed" } as const;
    expect(checkReview(challenge)).toMatchObject({ ok: false, rule: "T8" });
    expect(checkReview({ ...challenge, reason: "It says 15." })).toEqual({ ok: true });
  });

  it("[A1] a challenge proposes another stance, and nothing else does", () => {
    const challenge = { ...review, decision: "challenge", reason: "It says 15." } as const;
    expect(checkReview(challenge)).toMatchObject({ ok: false, rule: "A1" });
    expect(checkReview({ ...challenge, proposedStance: "verified" })).toMatchObject({ ok: false, rule: "A1" });
    expect(checkReview({ ...review, proposedStance: "missing" })).toMatchObject({ ok: false, rule: "A1" });
  });
});

describe("checkAdjudication", () => {
  const ruling = { outcome: "overturn", cause: "edge_case", note: "", tagStance: "verified", completeness: "full" } as const;

  it("[A2] an overturning names the other stance, and only an overturning does", () => {
    const others = ["verified", "disputed"] as const;
    expect(checkAdjudication({ ...ruling, stance: "disputed", others })).toEqual({ ok: true });
    expect(checkAdjudication({ ...ruling, stance: null, others })).toMatchObject({ ok: false, rule: "A2" });
    expect(checkAdjudication({ ...ruling, stance: "verified", others })).toMatchObject({ ok: false, rule: "A2" });
    const uphold = { ...ruling, outcome: "uphold", others } as const;
    expect(checkAdjudication({ ...uphold, stance: null })).toEqual({ ok: true });
    expect(checkAdjudication({ ...uphold, stance: "disputed" })).toMatchObject({ ok: false, rule: "A2" });
  });

  it("[A3] a note is required when everybody is overruled", () => {
    const lonely = { ...ruling, stance: "missing", others: ["verified", "disputed"] } as const;
    expect(checkAdjudication(lonely)).toMatchObject({ ok: false, rule: "A3" });
    expect(checkAdjudication({ ...lonely, note: "The passage is about another call." })).toEqual({ ok: true });
  });

  it("[S3] nobody rules that a part of a source is silent", () => {
    const silent = { ...ruling, stance: "missing", others: ["missing"], completeness: "partial" } as const;
    expect(checkAdjudication(silent)).toMatchObject({ ok: false, rule: "S3" });
    expect(checkAdjudication({ ...silent, stance: "disputed", others: ["disputed"] })).toEqual({ ok: true });
    expect(checkAdjudication({ ...silent, completeness: "full" })).toEqual({ ok: true });
  });

  it("[A2] every outcome leads on from a challenged tag", () => {
    const next = ADJUDICATION_OUTCOMES.map((outcome) => nextState("challenged", actionOfOutcome(outcome)));
    expect(next).toEqual(["approved", "overturned", "changes_requested", "changes_requested"]);
  });
});
