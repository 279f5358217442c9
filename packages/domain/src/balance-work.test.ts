import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ASSIGNMENT_KINDS } from "./assignment.ts";
import { balanceWork } from "./balance-work.ts";
import type { BalanceInput } from "./balance-work.ts";
import { isBlindTo } from "./blindness.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { aCase, aClaim, aSource, aTag } from "./testing/case-builder.ts";
import { CREW, anAssignment, workCases } from "./testing/work-cases.ts";

const LEA = { id: "lea", role: "lead" } as const;
const people = (...ids: string[]) =>
  ids.map((id) => ({ id, name: id, role: CREW.find((one) => one.id === id)?.role ?? "annotator", left: false }));
const BASE: BalanceInput = {
  actor: LEA,
  view: aCase({ sources: [aSource(1), aSource(2)], claims: [aClaim(1), aClaim(2), aClaim(3)] }),
  kind: "tag",
  people: people("ann", "bob"),
  claimIds: null,
  sourceIds: null,
};
const balance = (over: Partial<BalanceInput> = {}) => balanceWork({ ...BASE, ...over });

describe("balancing work", () => {
  it("gives equal loads, counting what people have already", () => {
    expect(balance().load.map(({ after }) => after)).toEqual([3, 3]);
    const had = [1, 2].map((claim) => anAssignment({ id: `n${claim}`, claimId: `c${claim}` }));
    const { assignments, load } = balance({ view: { ...BASE.view, assignments: had } });
    expect(assignments).toHaveLength(4);
    expect(load).toEqual([
      { personId: "ann", before: 2, after: 3 },
      { personId: "bob", before: 0, after: 3 },
    ]);
  });

  it("keeps to the claims and sources it is asked for, and to claims that stand", () => {
    const claims = [aClaim(1), aClaim(2, { withdrawn: true })];
    const { assignments } = balance({ view: { ...BASE.view, claims }, sourceIds: ["s2"] });
    expect(assignments.map(({ claimId, sourceId }) => `${claimId} ${sourceId}`)).toEqual(["c1 s2"]);
  });

  it("[B2] gives a cell to as many different people as tags are asked for, and says where they lack", () => {
    const view = { ...BASE.view, policy: { ...DEFAULT_POLICY, requiredTags: 3 } };
    const { assignments, lacking } = balance({ view });
    expect(assignments).toHaveLength(12);
    expect(lacking).toHaveLength(6);
    expect(lacking[0]?.people).toBe(1);
  });

  it("[B2] never gives a cell to somebody who has tagged it", () => {
    const openings = [{ claimId: "c1", sourceId: "s1", openedAt: "" }];
    const policy = { ...DEFAULT_POLICY, requiredTags: 2 };
    const view = { ...BASE.view, policy, openings, tags: [aTag({ state: "submitted" })] };
    const given = balance({ view, claimIds: ["c1"], sourceIds: ["s1"] }).assignments;
    expect(given.map(({ assigneeId }) => assigneeId)).toEqual(["bob"]);
  });

  it("[T4] gives reviews to reviewers who did not write the tag", () => {
    const tags = [aTag({ authorId: "rev", state: "submitted" }), aTag({ id: "t2", claimId: "c2", state: "submitted" })];
    const proposal = balance({ kind: "review", view: { ...BASE.view, tags }, people: people("rev", "owen", "bob") });
    expect(proposal.assignments.map(({ claimId, assigneeId }) => [claimId, assigneeId])).toEqual([
      ["c1", "owen"],
      ["c2", "rev"],
    ]);
  });

  const kinds = fc.constantFrom(...ASSIGNMENT_KINDS);
  const crews = fc.subarray(CREW.map(({ id }) => id), { minLength: 1 }).map((ids) => people(...ids));

  it("[T4] [A1] [B2] gives nobody a cell twice, nor one they have had a hand in", () => {
    fc.assert(
      fc.property(workCases, kinds, crews, (view, kind, crew) => {
        const { assignments } = balance({ view, kind, people: crew });
        const keys = assignments.map((one) => `${one.claimId} ${one.sourceId} ${one.assigneeId}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { claimId, sourceId, assigneeId } of assignments) {
          const cell = view.tags.filter((tag) => tag.claimId === claimId && tag.sourceId === sourceId);
          const mine = cell.filter((tag) => tag.authorId === assigneeId && tag.state !== "withdrawn");
          if (isBlindTo(view, { claimId, sourceId })) expect(kind).toBe("tag");
          else if (kind !== "review") expect(mine).toEqual([]);
        }
      }),
    );
  });

  it("[B1] proposes the same whatever anybody did in closed cells", () => {
    fc.assert(
      fc.property(workCases, kinds, crews, (view, kind, crew) => {
        const seen = { ...view, tags: view.tags.filter((tag) => !isBlindTo(view, tag)) };
        expect(balance({ view, kind, people: crew })).toEqual(balance({ view: seen, kind, people: crew }));
      }),
    );
  });

  it("leaves loads within one of each other where everybody can take everything", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 4 }), (claims, sources) => {
        const view = aCase({
          claims: Array.from({ length: claims }, (_, index) => aClaim(index + 1)),
          sources: Array.from({ length: sources }, (_, index) => aSource(index + 1)),
        });
        const loads = balance({ view, people: people("ann", "bob", "rev") }).load.map(({ after }) => after);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
        expect(loads.reduce((sum, load) => sum + load, 0)).toBe(claims * sources);
      }),
    );
  });

  it("proposes nothing once its proposal was carried out", () => {
    fc.assert(
      fc.property(workCases, kinds, crews, (view, kind, crew) => {
        const { assignments, lacking } = balance({ view, kind, people: crew });
        const given = assignments.map((one, index) => anAssignment({ ...one, kind, id: `new${index}` }));
        const again = balance({ view: { ...view, assignments: [...view.assignments, ...given] }, kind, people: crew });
        expect(again.assignments).toEqual([]);
        expect(again.lacking).toEqual(lacking);
      }),
    );
  });
});
