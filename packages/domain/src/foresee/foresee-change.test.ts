import { describe, expect, it } from "vitest";
import { applyChange } from "../apply-change.ts";
import type { TagContent } from "../tag.ts";
import { aCase, aClaim, anAdjudication, aSource, aTag, minute } from "../testing/case-builder.ts";
import { foreseeChange } from "./foresee-change.ts";
import { mutationSubjects, rebaseInput } from "./mutation-subjects.ts";

/** What differs from the server's answers is proved against the services; here is what only a client meets. */

const people = [
  { id: "ann", name: "Ann", role: "annotator" as const },
  { id: "rev", name: "Rev", role: "reviewer" as const },
];
const VIEW = aCase({ people, sources: [aSource(1)], claims: [aClaim(1)], tags: [aTag()] });
const content: TagContent = {
  stance: "verified",
  attributed: false,
  confidence: null,
  rationale: "Second words.",
  evidence: [],
  attestation: null,
};
const of = { mutationId: "m1", caseId: "case" };
const save = {
  ...of,
  id: "t1",
  claimId: "c1",
  sourceId: "s1",
  revisionId: VIEW.sources[0]?.revision.id ?? "",
  baseVersion: 1,
  claimVersion: 1,
  content,
};
const ann = { actorId: "ann", at: minute(60) };

describe("foreseeChange", () => {
  it("[E4] foresees nothing of a change that has arrived, though its answer was lost", () => {
    const change = foreseeChange("tag.save", save, { view: VIEW, ...ann });
    expect(change?.tags?.[0]).toMatchObject({ version: 2, rationale: "Second words.", state: "draft" });
    const arrived = applyChange(VIEW, change ?? { lastEvent: 0, lastHash: "" });
    expect(foreseeChange("tag.save", save, { view: arrived, ...ann })).toBeNull();
    const created = { ...of, id: "c1", text: "Again.", type: "event", claimant: "" };
    expect(foreseeChange("claim.create", created, { view: VIEW, ...ann })).toBeNull();
  });

  it("[E5] foresees nothing of a change that somebody else's has overtaken", () => {
    const edit = { ...of, claimId: "c1", baseVersion: 1, text: "Mine.", type: "event", claimant: "" };
    const view = aCase({ ...VIEW, claims: [aClaim(1, { version: 2, text: "Theirs." })] });
    expect(foreseeChange("claim.edit", edit, { view: VIEW, ...ann })?.claims?.[0]).toMatchObject({ version: 2 });
    expect(foreseeChange("claim.edit", edit, { view, ...ann })).toBeNull();
  });

  it.each([
    ["[T1]", "tag.save", save, "rev"],
    ["[T4]", "review.decide", { ...of, tagId: "t1", tagVersion: 1, decision: "approve", reason: "" }, "ann"],
    ["[S5]", "tag.submit", { ...of, tagId: "t1", baseVersion: 1 }, "ann"],
    ["[T2]", "tag.reaffirm", { ...of, tagId: "t1", baseVersion: 1, claimVersion: 1, revisionId: "r1" }, "ann"],
    ["[T7]", "claim.restore", { ...of, claimId: "c1", baseVersion: 1 }, "ann"],
  ])("%s foresees nothing where the rules will say no: %s", (_rule, procedure, input, actorId) => {
    expect(foreseeChange(procedure, input, { view: VIEW, actorId, at: minute(60) })).toBeNull();
  });

  it("leaves alone what only the server can work out, and procedures that it does not know", () => {
    expect(foreseeChange("source.add", { ...of, id: "s2" }, { view: VIEW, ...ann })).toBeNull();
    expect(foreseeChange("toString", {}, { view: VIEW, ...ann })).toBeNull();
  });

  it("is shown though the device's clock is behind, and counts as made since a ruling", () => {
    const view = aCase({
      ...VIEW,
      tags: [aTag({ updatedAt: minute(90) })],
      adjudications: [anAdjudication({ createdAt: minute(95) })],
    });
    const change = foreseeChange("tag.save", save, { view, ...ann });
    const tag = applyChange(view, change ?? { lastEvent: 0, lastHash: "" }).tags[0];
    expect(tag?.rationale).toBe("Second words.");
    expect((tag?.updatedAt ?? "") > minute(95)).toBe(true);
  });

  it("[E2] lays no claim to a place in the log", () => {
    const change = foreseeChange("tag.save", save, { view: VIEW, ...ann });
    expect(change).toMatchObject({ lastEvent: VIEW.lastEvent, lastHash: VIEW.lastHash });
  });
});

describe("what a mutation is about", () => {
  it("is what it changes or judges, and not the place where it happens", () => {
    expect([...mutationSubjects("tag.save", save)]).toEqual(["t1", "c1"]);
    expect([...mutationSubjects("source.edit", { ...of, sourceId: "s1", meta: {} })]).toEqual(["s1"]);
    const many = { ...of, items: [{ tagId: "t1" }, { tagId: "t2" }] };
    expect([...mutationSubjects("tag.submitMany", many)]).toEqual(["t1", "t2"]);
    expect([...mutationSubjects("case.edit", { ...of, title: "T" })]).toEqual(["case"]);
  });

  it("[E5] based anew it says the same, on the versions of now", () => {
    const view = aCase({ ...VIEW, claims: [aClaim(1, { version: 3 })], tags: [aTag({ version: 5 })] });
    expect(rebaseInput("tag.save", save, view, "ann")).toEqual({ ...save, baseVersion: 5, claimVersion: 3 });
    // The person's own tag of the cell, under whatever id this device had given it.
    expect(rebaseInput("tag.save", { ...save, id: "t9" }, view, "ann")).toMatchObject({ id: "t9", baseVersion: 5 });
    expect(rebaseInput("tag.submit", { ...of, tagId: "t1", baseVersion: 1 }, view, "ann")).toMatchObject({ baseVersion: 5 });
    const reaffirm = { ...of, tagId: "t1", baseVersion: 1, claimVersion: 1, revisionId: "r0" };
    expect(rebaseInput("tag.reaffirm", reaffirm, view, "ann")).toEqual({ ...reaffirm, baseVersion: 5, claimVersion: 3, revisionId: "r1" });
    expect(rebaseInput("source.add", { ...of, id: "s2" }, view, "ann")).toEqual({ ...of, id: "s2" });
  });
});
