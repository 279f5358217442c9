import { describe, expect, it } from "vitest";
import { buildSnapshot } from "./build-snapshot.ts";
import { compareSnapshots } from "./compare-snapshots.ts";
import { ferryInput, ferryView } from "../testing/ferry-case.ts";

const before = buildSnapshot(ferryInput());
const view = ferryView();
const rating = {
  id: "q1",
  claimId: null,
  entryId: "mixed",
  label: "Mixed",
  colour: "#7d6b21",
  justification: "The log is silent.",
  version: 1,
  authorId: "wren",
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
};

describe("a comparison of two snapshots", () => {
  it("finds nothing between a snapshot and itself, made at another time and place of the log", () => {
    const later = buildSnapshot(ferryInput({ now: "2031-01-01T00:00:00.000Z", view: { ...view, lastEvent: 999 } }));
    expect(compareSnapshots(before, later)).toEqual([]);
  });

  it("tells wordings, ratings, claims and sources that came and went, each once", () => {
    const [first, ...others] = view.claims;
    if (first === undefined) throw new Error("The ferry case has no claim");
    const claims = [{ ...first, text: "Other words." }, ...others.map((claim, at) => ({ ...claim, withdrawn: at === 0 }))];
    const sources = view.sources.map((source, at) => (at === 0 ? { ...source, publisher: "Renamed" } : source));
    const after = buildSnapshot(ferryInput({ view: { ...view, claims, sources, ratings: [rating] }, title: "Another" }));
    const found = compareSnapshots(before, after);
    const told = found.map(({ kind, claimLabel, what }) => `${kind} ${claimLabel ?? ""} ${what}`);
    expect(told).toContain("report  Title");
    expect(told).toContain("rating  Rating of the piece");
    expect(told).toContain("claim C1 Wording");
    expect(told).toContain("claim C2 No longer in the report");
    expect(told.filter((one) => one.includes("C2"))).toHaveLength(1);
    expect(told).toContain("source  Name");
    expect(found.find(({ what }) => what === "Rating of the piece")).toMatchObject({ before: "", after: "Mixed. The log is silent." });
  });

  it("is the same the other way round, with before and after changed", () => {
    const claims = view.claims.map((claim) => ({ ...claim, text: `${claim.text} Or so.` }));
    const after = buildSnapshot(ferryInput({ view: { ...view, claims } }));
    const there = compareSnapshots(before, after);
    expect(there.length).toBeGreaterThan(0);
    const back = compareSnapshots(after, before).map((one) => ({ ...one, before: one.after, after: one.before }));
    expect(back).toEqual(there);
  });

  it("knows claims and sources again in a copy of the case, which has other ids", () => {
    const renamed = JSON.stringify(before).replaceAll(/"(claim|source)-/gu, '"copied-$1-');
    const copy = JSON.parse(renamed) as typeof before;
    copy.case.id = "a-copy";
    expect(copy.claims[0]?.id).not.toBe(before.claims[0]?.id);
    expect(compareSnapshots(before, copy)).toEqual([]);
    const claims = copy.claims.map((claim, at) => (at === 1 ? { ...claim, text: "Other words." } : claim));
    const [only, ...more] = compareSnapshots(before, { ...copy, claims });
    expect([only, more]).toMatchObject([{ claimLabel: "C2", what: "Wording", after: "Other words." }, []]);
  });
});
