import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellState, CellView } from "./cell.ts";
import type { Stance } from "./stance.ts";
import type { VotingCell } from "./derive-verdict.ts";
import { CELL_STATES, EMPTY_CELL } from "./cell.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { STANCES } from "./stance.ts";
import { deriveVerdict, verdictsOf } from "./derive-verdict.ts";
import { aCase, aClaim, aSource, aTag, minute } from "./testing/case-builder.ts";

function voting(name: string, stance: Stance | null, over: Partial<CellView> = {}, group = `s:${name}`): VotingCell {
  const state: CellState = stance === null ? "empty" : "settled";
  return { sourceId: name, group, sourceName: name, cell: { ...EMPTY_CELL, state, stance, ...over } };
}

function verdict(...cells: VotingCell[]) {
  return deriveVerdict(cells, DEFAULT_POLICY);
}

describe("deriveVerdict", () => {
  it.each([
    [["verified", "verified"], "corroborated"],
    [["verified", "missing"], "single_source"],
    [["verified", "disputed"], "conflicting"],
    [["disputed", "disputed", "missing"], "refuted"],
    [["missing", "missing"], "not_enough_evidence"],
    [[], "not_enough_evidence"],
  ] as [Stance[], string][])("[V1] %j is %s", (stances, kind) => {
    expect(verdict(...stances.map((stance, index) => voting(`P${index}`, stance))).kind).toBe(kind);
  });

  it("[V1] sources that share a group count once", () => {
    const wire = [voting("A", "verified", {}, "group:wire"), voting("B", "verified", {}, "group:wire")];
    const expected = { kind: "single_source", supports: ["group:wire"], supportedBy: ["A with B"] };
    expect(verdict(...wire)).toMatchObject(expected);
    expect(verdict(...wire, voting("C", "verified")).kind).toBe("corroborated");
  });

  it("[V1] a group that says both is in both", () => {
    const split = verdict(voting("A", "verified", {}, "group:wire"), voting("B", "disputed", {}, "group:wire"));
    expect(split).toMatchObject({ kind: "conflicting", supports: ["group:wire"], refutes: ["group:wire"] });
  });

  it("[V1] the policy sets how many groups corroborate, and 0 asks for none", () => {
    const two = [voting("A", "verified"), voting("B", "verified")];
    const kind = (independenceThreshold: number) =>
      deriveVerdict(two, { ...DEFAULT_POLICY, independenceThreshold }).kind;
    expect([0, 1, 2, 3].map(kind)).toEqual(["supported", "corroborated", "corroborated", "single_source"]);
  });

  it("[V2] missing never votes; it is counted as silent", () => {
    const silent = [voting("A", "missing"), voting("B", "missing")];
    expect(verdict(...silent)).toMatchObject({ kind: "not_enough_evidence", silent: 2, supports: [], refutes: [] });
    expect(verdict(voting("C", "verified"), ...silent)).toMatchObject({ kind: "single_source", silent: 2 });
  });

  it("[V2] attributed tags vote, and the verdict says when all its support is attributed", () => {
    const attributed = voting("A", "verified", { attributed: true });
    const all = verdict(attributed, voting("B", "verified", { attributed: true }), voting("C", "disputed"));
    expect(all).toMatchObject({ kind: "conflicting", allSupportAttributed: true });
    expect(all.reason).toContain("All support is attributed.");
    expect(verdict(attributed, voting("B", "verified")).allSupportAttributed).toBe(false);
    expect(verdict(voting("C", "disputed", { attributed: true })).allSupportAttributed).toBe(false);
  });

  it("[V3] an unsettled cell never votes; it is pending", () => {
    for (const state of CELL_STATES.filter((one) => one !== "settled" && one !== "empty")) {
      const open = voting("B", "disputed", { state });
      expect(verdict(voting("A", "verified"), open)).toMatchObject({ kind: "single_source", pending: 1, refutes: [] });
    }
    expect(verdict(voting("A", "verified"), voting("B", null))).toMatchObject({ pending: 0, empty: 1 });
  });

  it("says in plain sentences why", () => {
    const open = { state: "awaiting_review" } as const;
    const full = verdict(
      voting("Harbour log", "verified", { attributed: true }),
      voting("The Courier", "verified", { attributed: true }),
      voting("Lumen", "disputed"),
      voting("X", "verified", open),
      voting("Y", "disputed", open),
    );
    expect(full.reason).toBe(
      "2 independent groups verify: Harbour log; The Courier. 1 disputes: Lumen. All support is attributed. " +
        "2 cells are not settled yet.",
    );
    expect(verdict(voting("A", "disputed"), voting("B", "missing"), voting("C", null)).reason).toBe(
      "1 independent group disputes: A. 1 source does not address it. 1 cell is empty.",
    );
    expect(verdict().reason).toBe("No settled cell verifies or disputes this claim.");
  });

  it("[V5] the same settled cells give the same verdict in any order", () => {
    const cell = fc.record({
      name: fc.constantFrom("A", "B", "C"),
      group: fc.constantFrom("g1", "g2", "g3"),
      stance: fc.constantFrom(...STANCES),
      state: fc.oneof(fc.constant("settled" as const), fc.constantFrom(...CELL_STATES)),
      attributed: fc.boolean(),
    });
    const two = fc.array(cell, { maxLength: 8 }).chain((cells) =>
      fc.tuple(fc.constant(cells), fc.shuffledSubarray(cells, { minLength: cells.length })),
    );
    const view = (cells: { name: string; group: string; stance: Stance; state: CellState; attributed: boolean }[]) =>
      verdict(...cells.map(({ name, group, ...rest }) => voting(name, rest.stance, rest, group)));
    fc.assert(
      fc.property(two, ([cells, shuffled]) => {
        expect(view(shuffled)).toEqual(view(cells));
      }),
    );
  });
});

describe("verdictsOf", () => {
  const view = aCase({
    sources: [aSource(1, { independenceGroup: "Wire " }), aSource(2, { independenceGroup: "wire" }), aSource(3)],
    claims: [aClaim(1), aClaim(2)],
    tags: [1, 2, 3].map((n) => aTag({ id: `t${n}`, sourceId: `s${n}`, state: n === 3 ? "submitted" : "approved" })),
    overrides: [5, 2].map((at) => ({
      id: `o${at}`,
      claimId: "c2",
      verdict: "refuted",
      reason: "On the record",
      authorId: "lea",
      ruleVersion: 1,
      createdAt: minute(at),
    })),
  });

  it("[V1] [V3] derives each claim's verdict from its settled cells by voting group", () => {
    expect(verdictsOf(view).get("c1")).toMatchObject({
      kind: "single_source",
      supports: ["group:wire"],
      pending: 1,
      reason: "1 independent group verifies: Paper 1 with Paper 2. 1 cell is not settled yet.",
      override: null,
    });
  });

  it("[V4] lays the latest override beside the derived verdict, which stays as it is", () => {
    const second = verdictsOf(view).get("c2");
    expect(second).toMatchObject({ kind: "not_enough_evidence", empty: 3, override: { id: "o5" } });
  });
});
