import type { CellView, TagView } from "@assay/domain";
import { EMPTY_CELL } from "@assay/domain";
import { describe, expect, it } from "vitest";
import type { HighlightFilter } from "./highlight-filter.ts";
import { SHOW_ALL, countShown, filterWords, isFiltered, isHighlightFilter, showsTag, toggled } from "./highlight-filter.ts";

function tag(id: string, more: Partial<TagView>): TagView {
  return {
    id,
    claimId: "c1",
    sourceId: "s1",
    revisionId: "r",
    authorId: "ana",
    state: "approved",
    version: 1,
    claimVersion: 1,
    stateReason: "",
    postReveal: false,
    createdAt: "",
    versionAt: "",
    updatedAt: "",
    stance: "verified",
    attributed: false,
    confidence: null,
    rationale: "",
    attestation: null,
    evidence: [
      { id: `${id}-e`, start: 0, end: 4, exact: "word", prefix: "", suffix: "", role: "supports", state: "exact" },
    ],
    ...more,
  };
}

const TAGS = [
  tag("t1", {}),
  tag("t2", { stance: "disputed", claimId: "c2", authorId: "teo", state: "submitted" }),
  tag("t3", { claimId: "c2", authorId: "priya", state: "stale" }),
  tag("t4", { state: "withdrawn" }),
];

const cellOf = (claimId: string): CellView => ({ ...EMPTY_CELL, state: claimId === "c1" ? "settled" : "contested" });

function shown(filter: Partial<HighlightFilter>, claimId: string | null = "c1"): string[] {
  const shows = showsTag({ ...SHOW_ALL, ...filter }, { claimId, cellOf });
  return TAGS.filter((one) => one.state !== "withdrawn" && (shows === null || shows(one))).map(({ id }) => id);
}

describe("which highlights show", () => {
  it("shows all of them without a filter, and asks nothing of any tag", () => {
    expect(isFiltered(SHOW_ALL)).toBe(false);
    expect(showsTag(SHOW_ALL, { claimId: "c1", cellOf })).toBeNull();
  });

  it("goes by stance, state and author, all of which have to fit", () => {
    expect(shown({ stances: ["disputed"] })).toEqual(["t2"]);
    expect(shown({ states: ["submitted", "stale"] })).toEqual(["t2", "t3"]);
    expect(shown({ authors: ["ana", "teo"] })).toEqual(["t1", "t2"]);
    expect(shown({ authors: ["ana", "teo"], stances: ["verified"] })).toEqual(["t1"]);
  });

  it("leaves settled cells out, and every claim but the chosen one", () => {
    expect(shown({ unsettled: true })).toEqual(["t2", "t3"]);
    expect(shown({ solo: true })).toEqual(["t1"]);
    expect(shown({ solo: true }, null)).toEqual(["t1", "t2", "t3"]);
    expect(shown({ hidden: true })).toEqual([]);
  });

  it("counts passages that stand and have a place", () => {
    const lost = tag("t5", { evidence: [{ ...tag("x", {}).evidence[0]!, state: "orphaned" }] });
    expect(countShown([...TAGS, lost], ["s1"], showsTag({ ...SHOW_ALL, stances: ["disputed"] }, { claimId: null, cellOf }))).toEqual({
      shown: 1,
      all: 3,
    });
    expect(countShown(TAGS, ["s2"], null)).toEqual({ shown: 0, all: 0 });
  });
});

it("says in words what shows", () => {
  const names = (id: string) => ({ ana: "Ana Marsh", teo: "Teo Lind" })[id] ?? id;
  expect(filterWords(SHOW_ALL, names, "C1")).toBe("all");
  expect(filterWords({ ...SHOW_ALL, stances: ["disputed"], authors: ["ana", "teo"], solo: true }, names, "C1")).toBe(
    "disputed, by Ana Marsh or Teo Lind, of C1 only",
  );
  expect(filterWords({ ...SHOW_ALL, hidden: true, unsettled: true }, names, null)).toBe("none");
});

it("puts a choice in and takes it out again", () => {
  expect(toggled(["a", "b"], "b")).toEqual(["a"]);
  expect(toggled(["a"], "b")).toEqual(["a", "b"]);
});

it("takes a filter back from the device only when it is whole", () => {
  expect(isHighlightFilter(JSON.parse(JSON.stringify(SHOW_ALL)))).toBe(true);
  expect(isHighlightFilter({ ...SHOW_ALL, states: "stale" })).toBe(false);
  expect(isHighlightFilter([])).toBe(false);
});
