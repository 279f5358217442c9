import { describe, expect, it } from "vitest";
import { aTag, minute } from "./testing/case-builder.ts";
import { whatChanged } from "./what-changed.ts";
import type { WhatChangedInput } from "./what-changed.ts";

const wording = (version: number, text: string) => ({ version, text, createdAt: minute(version), editedBy: "ann" });
const revision = (number: number) => ({ id: `r${number}`, number, sha256: `hash ${number}`, createdAt: minute(number) });
const version = (number: number, claimVersion = 1) => ({ ...aTag({ version: number, claimVersion }) });

const INPUT: WhatChangedInput = {
  tag: { version: 1, claimVersion: 1, revisionId: "r1", evidence: [] },
  versions: [version(1)],
  wordings: [wording(1, "214 aboard")],
  revisions: [revision(1)],
  approvedVersions: [1],
};

describe("what made a tag stale", () => {
  it("is nothing while the words it judged are today's", () => {
    expect(whatChanged(INPUT)).toEqual({ claim: null, revision: null, own: null, passages: [] });
  });

  it("[T6] is the claim's wording, before and after, over as many edits as there were", () => {
    const wordings = [wording(1, "214 aboard"), wording(2, "214 people"), wording(3, "241 aboard")];
    expect(whatChanged({ ...INPUT, wordings }).claim).toEqual({ before: wordings[0], after: wordings[2] });
    const back = [...wordings, wording(4, "214 aboard")];
    expect(whatChanged({ ...INPUT, wordings: back }).claim).toBeNull();
  });

  it("[T6] is the revision under its evidence", () => {
    const revisions = [revision(1), revision(2)];
    expect(whatChanged({ ...INPUT, revisions }).revision).toEqual({ before: revisions[0], after: revisions[1] });
  });

  it("[T6] is the author's own edit after an approval", () => {
    const versions = [version(1), version(2), version(3)];
    const edited = { ...INPUT, tag: { ...INPUT.tag, version: 3 }, versions };
    expect(whatChanged({ ...edited, approvedVersions: [1, 2] }).own).toEqual({ before: versions[1], after: versions[2] });
    expect(whatChanged({ ...edited, approvedVersions: [] }).own).toBeNull();
  });

  it("[X4] is each passage that a newer revision changed or lost, as it was written and as it is", () => {
    const anchor = { start: 4, end: 8, exact: "214 aboard", prefix: "", suffix: "", state: "exact" } as const;
    const written = { id: "e1", role: "supports", ...anchor } as const;
    const moved = { ...written, id: "e2", state: "moved" as const };
    const changed = { ...written, exact: "214 souls", state: "fuzzy" as const };
    const own = { ...version(1), evidence: [written, { ...written, id: "e2" }] };
    const tag = { ...INPUT.tag, revisionId: "r2", evidence: [changed, moved] };
    const told = whatChanged({ ...INPUT, tag, versions: [own], revisions: [revision(1), revision(2)], approvedVersions: [] });
    expect(told.passages).toEqual([{ before: written, after: changed }]);
    expect(told.revision?.before.number).toBe(1);
  });

  it("compares with what was approved, not with an edit that came after", () => {
    const versions = [version(1, 1), version(2, 2)];
    const wordings = [wording(1, "214 aboard"), wording(2, "241 aboard")];
    const tag = { version: 2, claimVersion: 2, revisionId: "r1", evidence: [] };
    expect(whatChanged({ ...INPUT, tag, versions, wordings }).claim).toEqual({ before: wordings[0], after: wordings[1] });
    expect(whatChanged({ ...INPUT, tag, versions, wordings, approvedVersions: [] }).claim).toBeNull();
  });
});
