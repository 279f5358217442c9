import { describe, expect, it } from "vitest";
import { deriveCells, lackingForSubmit, verdictsOf } from "@assay/domain";
import { buildCaseView, buildSha256, buildTagContent } from "./builders.ts";

const CONTEXT = { completeness: "full", revisionSha256: buildSha256(1), textLength: 200 } as const;

describe("builders", () => {
  it.each(["verified", "disputed", "missing"] as const)("[S5] builds a %s tag that can be submitted", (stance) => {
    expect(lackingForSubmit(buildTagContent({ stance }), CONTEXT)).toEqual([]);
  });

  it("builds the same case twice", () => {
    const input = { sources: 3, claims: 4, tags: [{ claim: 1, source: 3 }] };
    expect(buildCaseView(input)).toEqual(buildCaseView(input));
  });

  it("resolves a tag's numbers to the overridden ids and the source's own revision", () => {
    const view = buildCaseView({
      claims: [{}, { id: "the-second", version: 4 }],
      tags: [{ claim: 2, source: 2, author: 3, stance: "missing" }],
    });
    expect(view.tags[0]).toMatchObject({
      claimId: "the-second",
      claimVersion: 4,
      sourceId: "source-2",
      authorId: "person-3",
      revisionId: "revision-2",
      attestation: { revisionSha256: view.sources[1]?.revision.sha256 },
    });
  });

  it("gives a view from which cells and verdicts derive", () => {
    const view = buildCaseView({ tags: [{ claim: 1, source: 1 }, { claim: 1, source: 2, stance: "disputed" }] });
    expect(deriveCells(view).get("claim-1")?.get("source-2")).toMatchObject({ state: "settled", stance: "disputed" });
    expect(verdictsOf(view).get("claim-1")?.kind).toBe("conflicting");
  });

  it("refuses a number that the case does not have", () => {
    expect(() => buildCaseView({ claims: 1, tags: [{ claim: 2, source: 1 }] })).toThrow("no claim 2");
  });
});
