import type { ClaimView, Evidence, TagView } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { createMarkBuilder } from "./marks.ts";

function passage(id: string, start: number, state: Evidence["state"] = "exact"): Evidence {
  return { id, start, end: start + 4, exact: "word", prefix: "", suffix: "", role: "supports", state };
}

type Cell = [claimId: string, sourceId: string];

function tag(id: string, [claimId, sourceId]: Cell, evidence: Evidence[], more: Partial<TagView> = {}): TagView {
  return {
    id,
    claimId,
    sourceId,
    revisionId: "r",
    authorId: "ana",
    state: "draft",
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
    evidence,
    ...more,
  };
}

function claim(id: string, number: number, withdrawn = false): ClaimView {
  return {
    id,
    number,
    version: 1,
    text: "",
    type: "event",
    claimant: "",
    parentId: null,
    withdrawn,
    createdBy: "ana",
    createdAt: "",
    updatedAt: "",
  };
}

const claims = [claim("c1", 1), claim("c2", 2), claim("c3", 3, true)];

describe("marks of a source", () => {
  it("[X4] tells a passage in other words apart until its author stands by it, and makes only its mark anew", () => {
    const build = createMarkBuilder();
    const before = build([tag("t1", ["c1", "s1"], [passage("e1", 0), passage("e2", 9, "fuzzy")])], claims, "s1");
    expect(before.map(({ changed }) => changed)).toEqual([undefined, true]);
    const after = build([tag("t1", ["c1", "s1"], [passage("e3", 0), passage("e4", 9)], { version: 2 })], claims, "s1");
    expect(after.map(({ changed }) => changed)).toEqual([undefined, undefined]);
    expect(after[0]).toBe(before[0]);
  });

  it("takes every passage of the tags that stand, with the claim's label", () => {
    const build = createMarkBuilder();
    const tags = [
      tag("t1", ["c1", "s1"], [passage("e1", 0), passage("e2", 9)]),
      tag("t2", ["c2", "s1"], [passage("e3", 4)], { stance: "disputed" }),
      tag("t3", ["c2", "s2"], [passage("e4", 4)]),
      tag("t4", ["c1", "s1"], [passage("e5", 4)], { state: "withdrawn" }),
      tag("t5", ["c3", "s1"], [passage("e6", 4)]),
    ];
    const marks = build(tags, claims, "s1");
    expect(marks.map((mark) => [mark.id, mark.label, mark.stance])).toEqual([
      ["t1:0-4", "C1", "verified"],
      ["t1:9-13", "C1", "verified"],
      ["t2:4-8", "C2", "disputed"],
    ]);
  });

  it("[X4] shows no anchor that waits for a person", () => {
    const moved = passage("e3", 20, "moved");
    const marks = createMarkBuilder()(
      [tag("t1", ["c1", "s1"], [passage("e1", 0, "orphaned"), passage("e2", 9, "ambiguous"), moved])],
      claims,
      "s1",
    );
    expect(marks.map((mark) => mark.id)).toEqual(["t1:20-24"]);
  });

  it("keeps the array while the source's tags stay, and the objects of untouched tags", () => {
    const build = createMarkBuilder();
    const one = tag("t1", ["c1", "s1"], [passage("e1", 0)]);
    const before = build([one], claims, "s1");
    expect(build([one, tag("t2", ["c1", "s2"], [passage("e2", 0)])], [...claims], "s1")).toBe(before);
    const after = build([one, tag("t3", ["c2", "s1"], [passage("e3", 5)])], claims, "s1");
    expect(after).not.toBe(before);
    expect(after[0]).toBe(before[0]);
  });

  it("keeps the marks of passages that stay in a tag's next version, and follows tags that come and go", () => {
    const build = createMarkBuilder();
    const fresh = (tags: TagView[]) => createMarkBuilder()(tags, claims, "s1");
    const [first, last] = [tag("t0", ["c2", "s1"], [passage("e0", 40)]), tag("t9", ["c2", "s1"], [passage("e9", 60)])];
    const one = tag("t1", ["c1", "s1"], [passage("e1", 0), passage("e2", 9)]);
    const before = build([first, one, last], claims, "s1");
    const next = tag("t1", ["c1", "s1"], [passage("e3", 0), passage("e4", 5), passage("e5", 9)], { version: 2 });
    const after = build([first, next, last], claims, "s1");
    expect(after).toEqual(fresh([first, next, last]));
    expect([after[1], after[3]]).toEqual([before[1], before[2]]);
    expect(after[1]).toBe(before[1]);
    expect(after[3]).toBe(before[2]);
    const disputed = tag("t1", ["c1", "s1"], next.evidence, { version: 3, stance: "disputed" });
    for (const tags of [[first, disputed, last], [disputed, last], [disputed], [], [first, last], [last, first]]) {
      expect(build(tags, claims, "s1")).toEqual(fresh(tags));
    }
  });
});
