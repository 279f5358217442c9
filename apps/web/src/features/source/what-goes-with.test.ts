import { applyChange, deriveCase } from "@assay/domain";
import { buildCaseView } from "@assay/seeds";
import { describe, expect, it } from "vitest";
import { goesWithWords, whatGoesWith } from "./what-goes-with.ts";

const view = buildCaseView({
  tags: [
    { claim: 1, source: 1, stance: "verified", state: "approved" },
    { claim: 1, source: 2, stance: "disputed", state: "approved" },
    { claim: 2, source: 2, stance: "verified", state: "draft" },
  ],
});
const [claim] = view.claims;
const second = view.sources[1];
if (claim === undefined || second === undefined) throw new Error("The case has two sources and two claims");
const of = (given = view) => whatGoesWith(given, deriveCase(given).verdicts, second);

describe("what goes with a source", () => {
  it("counts what hangs on it, and tells the verdicts that change", () => {
    expect(of()).toMatchObject({ tags: 2, approved: 1, verdicts: [{ claim: "C1", from: "conflicting", to: "single_source" }] });
    expect(goesWithWords(of())).toBe("2 tags (1 approved)");
  });

  it("[V4] says nothing of a verdict that somebody has set: it stays", () => {
    const override = { id: "o1", claimId: claim.id, verdict: "refuted", reason: "", authorId: "p", ruleVersion: 1, createdAt: "" } as const;
    expect(of({ ...view, overrides: [override] }).verdicts).toEqual([]);
  });

  it("is nothing where nothing hangs on it, and the case itself is left alone", () => {
    const bare = applyChange(view, { lastEvent: view.lastEvent, lastHash: "" });
    expect(goesWithWords(of({ ...bare, tags: [] }))).toBe("");
    expect(view.sources).toHaveLength(2);
  });
});
