import type { CaseView, ThreadView } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { openCount, placeName, placeSearch, subjectAt, threadsAt } from "./thread-place.ts";

const thread = (id: string, more: Partial<ThreadView>): ThreadView => ({
  id,
  subject: "case",
  claimId: null,
  tagId: null,
  passage: null,
  resolved: null,
  version: 1,
  createdBy: "ana",
  createdAt: "",
  updatedAt: "",
  comments: [],
  ...more,
});
const passage = { sourceId: "s1", revisionId: "r1", start: 3, end: 9, exact: "aboard" };
const view = {
  claims: [{ id: "k1", number: 5 }],
  sources: [{ id: "s1", number: 2, publisher: "Courier", title: "", revisions: [{ id: "r1", number: 1 }] }],
  tags: [{ id: "t1", claimId: "k1", sourceId: "s1" }],
  threads: [
    thread("case", {}),
    thread("done", { subject: "claim", claimId: "k1", resolved: { by: "ana", at: "", reason: "So" } }),
    thread("claim", { subject: "claim", claimId: "k1" }),
    thread("tag", { subject: "tag", tagId: "t1", claimId: "k1" }),
    thread("words", { subject: "passage", passage, claimId: "k1" }),
    thread("loose", { subject: "passage", passage }),
  ],
} as unknown as CaseView;

const at = (place: Parameters<typeof threadsAt>[1]) => threadsAt(view, place).map(({ id }) => id);
const named = (id: string) => {
  const found = view.threads.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return [placeName(view, found), placeSearch(view, found)];
};

describe("a place of threads", () => {
  it("holds what was said there, what is settled last", () => {
    expect(at({ kind: "case" })).toEqual(["case"]);
    expect(at({ kind: "claim", claimId: "k1" })).toEqual(["claim", "done"]);
    expect(at({ kind: "cell", claimId: "k1", sourceId: "s1", tagId: "t1" })).toEqual(["tag", "words"]);
    expect(at({ kind: "cell", claimId: "k1", sourceId: "s2", tagId: null })).toEqual([]);
    expect(at({ kind: "passage", ...passage, claimId: null })).toEqual(["words", "loose"]);
    expect(openCount(threadsAt(view, { kind: "claim", claimId: "k1" }))).toBe(1);
  });

  it("has a name and an address", () => {
    expect(named("case")).toEqual(["The case", {}]);
    expect(named("claim")).toEqual(["C5", { claim: 5 }]);
    expect(named("tag")).toEqual(["C5 in Courier", { claim: 5, source: 2 }]);
    expect(named("loose")).toEqual(["Words in Courier", { source: 2, at: "3-9" }]);
  });

  it("is in the revision that the words were read in", () => {
    const revisions = [{ id: "r1", number: 1 }, { id: "r2", number: 2 }];
    const revised = { ...view, sources: view.sources.map((source) => ({ ...source, revisions })) } as unknown as CaseView;
    const loose = view.threads.find(({ id }) => id === "loose");
    if (loose === undefined) throw new Error("loose");
    expect(placeSearch(revised, loose)).toEqual({ source: 2, revision: 1, at: "3-9" });
  });

  it("lets nobody talk about a tag that is not there", () => {
    expect(subjectAt({ kind: "cell", claimId: "k1", sourceId: "s1", tagId: null })).toBeNull();
    expect(subjectAt({ kind: "cell", claimId: "k1", sourceId: "s1", tagId: "t1" })).toEqual({
      kind: "tag",
      tagId: "t1",
    });
  });
});
