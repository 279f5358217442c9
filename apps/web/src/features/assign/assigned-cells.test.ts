import type { AssignmentView } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { assignedAt, assigneesByCell } from "./assigned-cells.ts";

const given = (assigneeId: string, claimId: string | null, sourceId: string | null) =>
  ({ id: `${assigneeId} ${claimId} ${sourceId}`, kind: "tag", assigneeId, claimId, sourceId }) as AssignmentView;

const ALL = [
  given("priya", null, null),
  given("ana", "c1", null),
  given("teo", null, "s2"),
  given("ana", "c1", "s2"),
];

describe("who works where", () => {
  it("knows cells, rows and columns, and leaves whole cases out", () => {
    const found = assigneesByCell(ALL, ["c1", "c2"], ["s1", "s2"]);
    expect(Object.fromEntries(found)).toEqual({ "c1 s1": ["ana"], "c1 s2": ["ana", "teo"], "c2 s2": ["teo"] });
  });

  it("says the same of one cell as of many", () => {
    const found = assigneesByCell(ALL, ["c1", "c2"], ["s1", "s2"]);
    for (const claimId of ["c1", "c2"]) {
      for (const sourceId of ["s1", "s2"]) {
        const one = [...new Set(assignedAt(ALL, { claimId, sourceId }).map(({ assigneeId }) => assigneeId))];
        expect(one).toEqual(found.get(`${claimId} ${sourceId}`) ?? []);
      }
    }
  });
});
