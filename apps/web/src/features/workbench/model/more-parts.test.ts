import type { Block, Evidence, TagContent } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { countWords } from "./count-words.ts";
import { visibleSources } from "./open-sources.ts";
import { paragraphOf } from "./paragraph.ts";
import { versionChanges } from "./version-changes.ts";

describe("paragraph numbers", () => {
  const blocks: Block[] = [
    { kind: "heading", start: 0, end: 10, level: 1 },
    { kind: "paragraph", start: 12, end: 40 },
    { kind: "list-item", start: 42, end: 50 },
  ];

  it("count as a reader counts, without headings", () => {
    expect(paragraphOf(blocks, 5)).toBeNull();
    expect(paragraphOf(blocks, 12)).toBe(1);
    expect(paragraphOf(blocks, 41)).toBe(1);
    expect(paragraphOf(blocks, 49)).toBe(2);
    expect(paragraphOf([], 3)).toBeNull();
  });
});

describe("visible sources", () => {
  it("always hold the focused one", () => {
    expect(visibleSources(["a", "b", "c"], 2, "c")).toEqual(["a", "c"]);
    expect(visibleSources(["a", "b", "c"], 2, "b")).toEqual(["a", "b"]);
    expect(visibleSources(["a", "b", "c"], 4, null)).toEqual(["a", "b", "c"]);
    expect(visibleSources(["a", "b"], 1, "z")).toEqual(["a"]);
  });
});

describe("words", () => {
  it("are counted in any language, known or not", () => {
    expect(countWords("The call lasted 50 minutes.", "en")).toBe(5);
    expect(countWords("Two words", "not a language!")).toBe(2);
    expect(countWords("", "en")).toBe(0);
  });
});

describe("version changes", () => {
  const base: TagContent = {
    stance: "verified",
    attributed: false,
    confidence: null,
    rationale: "",
    evidence: [],
    attestation: null,
  };
  const passage: Evidence = {
    id: "e",
    role: "supports",
    start: 0,
    end: 1,
    exact: "a",
    prefix: "",
    suffix: "",
    state: "exact",
  };
  const withPassage = { ...base, evidence: [passage] };

  it("name what a version did", () => {
    expect(versionChanges(null, withPassage)).toEqual(["tagged verified", "1 passage added"]);
    const disputed: TagContent = { ...base, stance: "disputed", attributed: true, confidence: "low" };
    expect(versionChanges(withPassage, disputed)).toEqual([
      "verified → disputed",
      "marked attributed",
      "confidence low",
      "1 passage removed",
    ]);
    const turned: TagContent = { ...base, evidence: [{ ...passage, role: "refutes" }] };
    expect(versionChanges(withPassage, turned)).toEqual(["1 role changed"]);
    expect(versionChanges(base, { ...base, rationale: "words" })).toEqual([]);
  });
});
