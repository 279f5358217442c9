import { describe, expect, it } from "vitest";
import { checkSubmitAgain, lastDecision } from "./submit-again.ts";
import type { VersionDecision } from "./submit-again.ts";
import { aReview, aTag, anAdjudication, minute } from "./testing/case-builder.ts";

describe("submitting a version again", () => {
  it.each<[string, VersionDecision]>([
    ["T3", "request_changes"],
    ["T3", "insufficient"],
    ["T3", "split_claim"],
    ["T2", "challenge"],
    ["T9", "overturn"],
  ])("[%s] is refused after %s", (rule, decision) => {
    expect(checkSubmitAgain(decision)).toMatchObject({ ok: false, rule });
  });

  it("is nobody's business after an approval, an upholding, or nothing at all", () => {
    for (const decision of ["approve", "uphold", null] as const) expect(checkSubmitAgain(decision)).toEqual({ ok: true });
  });

  it("[T5] only the last decision about this very version counts, and comments decide nothing", () => {
    const tag = aTag({ version: 2 });
    const challenge = aReview({ tagVersion: 2, decision: "challenge", createdAt: minute(2) });
    const later = aReview({ id: "v2", tagVersion: 2, decision: "comment", createdAt: minute(9) });
    const earlier = aReview({ id: "v3", tagVersion: 1, decision: "request_changes", createdAt: minute(8) });
    const upheld = anAdjudication({ tagVersion: 2, outcome: "uphold", createdAt: minute(3) });
    const elsewhere = aReview({ id: "v4", tagId: "t2", tagVersion: 2, createdAt: minute(7) });
    const said = { reviews: [later, challenge, earlier, elsewhere], adjudications: [] };
    expect(lastDecision(tag, said)).toBe("challenge");
    expect(lastDecision(tag, { ...said, adjudications: [upheld] })).toBe("uphold");
    expect(lastDecision(aTag({ version: 3 }), said)).toBeNull();
  });

  it("[T2] [A2] of one moment a ruling is later than the review it rules on, and the later id than the earlier", () => {
    const tag = aTag({ version: 2 });
    const at = { tagVersion: 2, createdAt: minute(2) };
    const reviews = [aReview({ ...at, id: "b", decision: "challenge" }), aReview({ ...at, id: "a", decision: "approve" })];
    expect(lastDecision(tag, { reviews, adjudications: [] })).toBe("challenge");
    expect(lastDecision(tag, { reviews: reviews.toReversed(), adjudications: [] })).toBe("challenge");
    const upheld = anAdjudication({ ...at, id: "0", outcome: "uphold" });
    expect(lastDecision(tag, { reviews, adjudications: [upheld] })).toBe("uphold");
  });
});
