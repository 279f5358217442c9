import { DEFAULT_POLICY } from "@assay/domain";
import type { CaseView, ClaimView, SourceView, TagView } from "@assay/domain";
import { describe, expect, it } from "vitest";
import type { CaseReport } from "../assist-types.ts";
import { nextOpenCell, openCells } from "./open-cells.ts";

const rows = [{ id: "c1" }, { id: "c2" }] as ClaimView[];
const sources = [{ id: "s1" }, { id: "s2" }] as SourceView[];
const cell = (claim: string, source: string) =>
  ({ key: `${claim}${source}`, source, suggestion: "verified", score: 0.9, attributed: false, silence: "no" }) as const;
const report: Pick<CaseReport, "claims"> = {
  claims: rows.map(({ id }) => ({ id, version: 1, cells: sources.map((source) => cell(id, source.id)) })),
};

function open(tags: Partial<TagView>[], dismissed: string[] = [], requiredTags = 1): string[] {
  const policy = { ...DEFAULT_POLICY, requiredTags };
  const view = { sources, tags: tags as TagView[], policy };
  const found = openCells({ view, rows, report, dismissed: new Set(dismissed), meId: "ana" });
  return found.map(({ claimId, sourceId }) => claimId + sourceId);
}

describe("cells for which something is suggested", () => {
  it("are open until I have a tag there, or nobody wants to see it", () => {
    const mine = { claimId: "c1", sourceId: "s2", authorId: "ana", state: "draft" } as const;
    expect(open([mine], ["c2s1"])).toEqual(["c1s1", "c2s2"]);
  });

  it("are done with when anybody tagged them, unless the desk wants more tags of each", () => {
    const theirs = { claimId: "c1", sourceId: "s1", authorId: "teo", state: "approved" } as const;
    expect(open([theirs])).toEqual(["c1s2", "c2s1", "c2s2"]);
    expect(open([theirs], [], 2)).toEqual(["c1s1", "c1s2", "c2s1", "c2s2"]);
  });

  it("are open in a claim that has not been read yet", () => {
    const view = { sources, tags: [], policy: DEFAULT_POLICY };
    const found = openCells({ view, rows, report: { claims: report.claims.slice(0, 1) }, dismissed: new Set(), meId: "ana" });
    expect(found).toHaveLength(4);
  });

  it("[T7] are open again where the tag was withdrawn", () => {
    const gone = { claimId: "c1", sourceId: "s2", authorId: "ana", state: "withdrawn" } as const;
    expect(open([gone])).toEqual(["c1s1", "c1s2", "c2s1", "c2s2"]);
  });

  it("follow each other like the lines of a matrix, and begin again", () => {
    const view: Pick<CaseView, "sources" | "tags" | "policy"> = { sources, tags: [], policy: DEFAULT_POLICY };
    const places = openCells({ view, rows, report, dismissed: new Set(["c1s2"]), meId: "ana" });
    const after = (claimId: string, sourceId: string) => nextOpenCell(places, { claimId, sourceId }, { view, rows });
    expect(after("c1", "s1")).toEqual({ claimId: "c2", sourceId: "s1" });
    expect(after("c1", "s2")).toEqual({ claimId: "c2", sourceId: "s1" });
    expect(after("c2", "s2")).toEqual({ claimId: "c1", sourceId: "s1" });
    expect(nextOpenCell(places, null, { view, rows })).toEqual({ claimId: "c1", sourceId: "s1" });
    expect(nextOpenCell(places.slice(0, 1), { claimId: "c1", sourceId: "s1" }, { view, rows })).toBeNull();
  });
});
