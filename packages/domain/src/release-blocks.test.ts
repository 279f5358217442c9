import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "./policy.ts";
import { checkRelease, checkSignOff, releaseBlocks } from "./release-blocks.ts";
import type { CorrectionView, ReleasePlan, ReleaseView, SignOffView } from "./release-views.ts";
import { aCase, aClaim, aSource, aTag, minute } from "./testing/case-builder.ts";

const plan: ReleasePlan = { title: "Aground", claimIds: "all", sourceIds: "all", settledOnly: false, rated: false };
const signOff = (userId: string, over: Partial<SignOffView> = {}): SignOffView => {
  return { id: `z-${userId}`, userId, role: "reviewer", plan, createdAt: minute(9), ...over };
};
const approved = aTag({ state: "approved" });
const policy = { ...DEFAULT_POLICY, signOffs: 2 };
const ready = aCase({ sources: [aSource(1)], claims: [aClaim(1)], tags: [approved], policy });
const signed = { ...ready, signOffs: [signOff("rev"), signOff("lea")] };
const release: ReleaseView = {
  id: "p1",
  number: 1,
  title: "Aground",
  sha256: "0".repeat(64),
  plan,
  signatures: [],
  releasedBy: "lea",
  createdAt: minute(10),
};
const correction: CorrectionView = {
  id: "x1",
  claimId: null,
  corrects: 1,
  madeRelease: null,
  what: "214",
  why: "Misread",
  version: 1,
  withdrawn: false,
  authorId: "lea",
  createdAt: minute(11),
  updatedAt: minute(11),
};
const kinds = (...args: Parameters<typeof releaseBlocks>) => releaseBlocks(...args).map(({ kind }) => kind);

describe("what blocks a release", () => {
  it("[R1] is nothing once the cells are settled and enough people have signed", () => {
    expect(kinds(signed, plan)).toEqual([]);
    expect(checkRelease(signed, plan)).toEqual({ ok: true });
  });

  it("[R1] is every cell that is contested, stale or awaits review, and no other state", () => {
    for (const [state, kind] of [
      ["challenged", "contested"],
      ["stale", "stale"],
      ["submitted", "awaiting_review"],
    ] as const) {
      const [block] = releaseBlocks({ ...signed, tags: [aTag({ state })] }, plan);
      expect(block).toMatchObject({ kind, claimId: "c1", sourceId: "s1", tagId: "t1" });
      expect(block?.sentence).toMatch(/^C1 in /);
    }
    for (const state of ["draft", "changes_requested", "overturned", "withdrawn"] as const) {
      expect(kinds({ ...signed, tags: [aTag({ state })] }, plan)).toEqual([]);
    }
  });

  it("[R1] looks at what is in scope alone, and not at withdrawn claims", () => {
    const tags = [approved, aTag({ id: "t2", claimId: "c2", state: "stale" })];
    const two = { ...signed, claims: [aClaim(1), aClaim(2)], tags };
    expect(kinds(two, plan)).toEqual(["stale"]);
    const only: ReleasePlan = { ...plan, claimIds: ["c1"] };
    expect(kinds({ ...two, signOffs: [signOff("rev", { plan: only }), signOff("lea", { plan: only })] }, only)).toEqual([]);
    expect(kinds({ ...two, claims: [aClaim(1), aClaim(2, { withdrawn: true })] }, plan)).toEqual([]);
    expect(kinds(signed, { ...plan, claimIds: [] })).toEqual(["nothing", "sign_off"]);
  });

  it("[B1] is every blind cell, told in words that say nothing of what is in it", () => {
    const blind = { ...signed, policy: { ...policy, requiredTags: 2 } };
    const [block] = releaseBlocks({ ...blind, tags: [] }, plan);
    expect(block?.kind).toBe("blind");
    expect(releaseBlocks(blind, plan)).toEqual(releaseBlocks({ ...blind, tags: [] }, plan));
  });

  it("[R1] counts each person once, for the very plan that was signed", () => {
    const twice = { ...ready, signOffs: [signOff("rev"), signOff("rev", { id: "z2" })] };
    expect(releaseBlocks(twice, plan)[0]?.sentence).toBe("One more person has to sign it off: 1 of 2 did.");
    const other = { ...ready, signOffs: [signOff("rev", { plan: { ...plan, title: "Another" } }), signOff("lea")] };
    expect(releaseBlocks(other, plan)[0]?.sentence).toMatch(/1 of 2 did/);
    const ids = ["c1", "c2"];
    const ordered = { ...ready, signOffs: ["rev", "lea"].map((who) => signOff(who, { plan: { ...plan, claimIds: ids } })) };
    expect(kinds(ordered, { ...plan, claimIds: ids.toReversed() })).toEqual([]);
  });

  it("[R1] is a missing rating where the plan asks for them, and one that the scale has no longer in any plan", () => {
    expect(kinds(ready, { ...plan, rated: true })).toEqual(["rating", "rating", "sign_off"]);
    const said = { label: "Gone", colour: "#000000", justification: "So", version: 1, authorId: "ann" };
    const rating = { id: "q1", claimId: "c1", entryId: "gone", ...said, createdAt: minute(1), updatedAt: minute(1) };
    expect(releaseBlocks({ ...signed, ratings: [rating] }, plan)[0]).toMatchObject({ kind: "rating", claimId: "c1" });
  });

  it("[R3] is the lack of a correction after a release, until one waits for the next", () => {
    const out = { ...signed, releases: [release] };
    expect(kinds(out, plan)).toEqual(["correction"]);
    expect(kinds({ ...out, corrections: [correction] }, plan)).toEqual([]);
    expect(kinds({ ...out, corrections: [{ ...correction, withdrawn: true }] }, plan)).toEqual(["correction"]);
    expect(kinds({ ...out, corrections: [{ ...correction, madeRelease: 1 }] }, plan)).toEqual(["correction"]);
  });
});

describe("a signature", () => {
  it("[R1] is refused while anything else blocks, with the first of it", () => {
    const stale = { ...ready, tags: [aTag({ state: "stale" })] };
    expect(checkSignOff(stale, plan, "rev")).toMatchObject({ ok: false, rule: "R1", reason: expect.stringMatching(/^Not ready/) });
    expect(checkSignOff(ready, plan, "rev")).toEqual({ ok: true });
    expect(checkSignOff({ ...ready, signOffs: [signOff("rev")] }, plan, "rev")).toMatchObject({ ok: false });
    expect(checkSignOff({ ...ready, signOffs: [signOff("rev")] }, plan, "lea")).toEqual({ ok: true });
  });

  it("[T4] is refused on what is the signer's alone, unless the policy allows it", () => {
    expect(checkSignOff(ready, plan, "ann")).toMatchObject({ ok: false, rule: "T4" });
    expect(checkSignOff({ ...ready, policy: { ...policy, selfReview: true } }, plan, "ann")).toEqual({ ok: true });
    const shared = [approved, aTag({ id: "t2", authorId: "bob", state: "approved" })];
    expect(checkSignOff({ ...ready, tags: shared }, plan, "ann")).toEqual({ ok: true });
  });
});
