import type { AdjudicationView, SourceView, TagView } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { previewDraft } from "./preview-draft.ts";

const TEXT = "The ferry left at noon.";
const STORED = { id: "r1", sourceId: "s1", sha256: "", text: TEXT, blocks: [] };
const SOURCE = { id: "s1", revision: { number: 1 } } as unknown as SourceView;
const silent = (over: Partial<TagView>) => {
  return { id: "t1", claimId: "c1", sourceId: "s1", authorId: "ana", evidence: [], stance: "missing", state: "approved", ...over } as TagView;
};

function stale(tags: TagView[], adjudications: AdjudicationView[], text: string, completeness: "full" | "partial") {
  const draft = { text, blocks: [] } as unknown as Parameters<typeof previewDraft>[3];
  const { staleTags, staleMissing } = previewDraft({ tags, adjudications }, SOURCE, STORED, draft, [], completeness);
  return { staleTags, staleMissing };
}

describe("previewDraft", () => {
  it("[S3] counts a missing tag as stale where the words change, or are the same and said to be a part only", () => {
    expect(stale([silent({})], [], TEXT, "full")).toEqual({ staleTags: 0, staleMissing: 0 });
    expect(stale([silent({})], [], TEXT, "partial")).toEqual({ staleTags: 1, staleMissing: 1 });
    expect(stale([silent({})], [], `${TEXT} It came back.`, "full")).toEqual({ staleTags: 1, staleMissing: 1 });
    expect(stale([silent({ state: "draft" })], [], TEXT, "partial")).toEqual({ staleTags: 0, staleMissing: 0 });
  });

  it("[S3] [A2] counts a ruling that the draft is silent with them", () => {
    const lost = silent({ stance: "verified", state: "overturned" });
    const ruling = { id: "j1", tagId: "t1", outcome: "overturn", stance: "missing", createdAt: "" } as AdjudicationView;
    expect(stale([lost], [ruling], TEXT, "full")).toEqual({ staleTags: 0, staleMissing: 0 });
    expect(stale([lost], [ruling], `${TEXT} It came back.`, "full")).toEqual({ staleTags: 1, staleMissing: 0 });
  });
});
