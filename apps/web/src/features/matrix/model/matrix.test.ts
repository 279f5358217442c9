import { buildCaseView } from "@assay/seeds";
import { deriveCells, verdictsOf } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { cellLook, cellWords, columnName } from "./cell-look.ts";
import { matrixRows } from "./matrix-rows.ts";
import { moveCursor, rowsToRender } from "./move-cursor.ts";
import { omissionsOf } from "./omissions.ts";
import { groupBoxes, groupNumbers, heatOf } from "./source-groups.ts";

const view = buildCaseView({
  claims: [{}, {}, {}, {}, { withdrawn: true }],
  sources: [{ independenceGroup: "Wire" }, { independenceGroup: "wire " }, {}],
  tags: [
    { claim: 1, source: 1 },
    { claim: 1, source: 2 },
    { claim: 1, source: 3, stance: "disputed" },
    { claim: 2, source: 1 },
    { claim: 2, source: 2, stance: "missing" },
    { claim: 2, source: 3 },
    { claim: 3, source: 1, state: "challenged" },
    { claim: 3, source: 2, state: "submitted" },
    { claim: 4, source: 1, state: "submitted" },
    { claim: 4, source: 1, author: 3, stance: "disputed", state: "submitted" },
  ],
});
const cells = deriveCells(view);
const verdicts = verdictsOf(view, cells);
const input = { claims: view.claims, cells, verdicts };
const numbers = (claims: readonly { number: number }[]) => claims.map((claim) => claim.number);

describe("matrix rows", () => {
  it("counts what each filter shows, and leaves withdrawn claims out", () => {
    expect(matrixRows(input, "all", "claim").counts).toEqual({
      all: 4,
      open: 2,
      conflicting: 1,
      contested: 2,
      missing: 1,
    });
  });

  it("shows the claims that its filter counts", () => {
    expect(numbers(matrixRows(input, "open", "claim").rows)).toEqual([3, 4]);
    expect(numbers(matrixRows(input, "conflicting", "claim").rows)).toEqual([1]);
    expect(numbers(matrixRows(input, "contested", "claim").rows)).toEqual([3, 4]);
    expect(numbers(matrixRows(input, "missing", "claim").rows)).toEqual([2]);
  });

  it("puts conflicting claims first when sorted by verdict, then keeps their numbers' order", () => {
    const rows = matrixRows(input, "all", "verdict").rows;
    expect(rows.map((claim) => verdicts.get(claim.id)?.kind)).toEqual([
      "conflicting",
      "not_enough_evidence",
      "not_enough_evidence",
      "corroborated",
    ]);
    expect(numbers(rows)).toEqual([1, 3, 4, 2]);
  });
});

describe("independence groups", () => {
  it("[V1] counts sources of one origin once, whatever the spelling's case", () => {
    expect(groupNumbers(view.sources)).toEqual(
      new Map([
        ["group:wire", 1],
        ["source:source-3", 2],
      ]),
    );
    expect(heatOf(verdicts.get("claim-1"))).toBe(1);
    expect(groupBoxes({ supports: ["a"], refutes: ["b"] }, 4)).toMatchObject({ silent: 2, label: "1 / 1" });
  });

  it("shows a group that verifies and disputes on both sides, and counts it once among those that vote", () => {
    expect(groupBoxes({ supports: ["a"], refutes: ["a"] }, 2)).toMatchObject({
      verifying: 1,
      disputing: 1,
      silent: 1,
    });
  });
});

describe("cell look", () => {
  it("names every stance of a contested cell whose tags differ", () => {
    const contested = cells.get("claim-4")?.get("source-1");
    if (contested === undefined) throw new Error("no cell");
    const stances = ["verified", "disputed"];
    expect(cellLook(contested)).toMatchObject({ settled: false, stances, shape: "challenged" });
    expect(cellWords(contested)).toBe("verified against disputed, contested");
  });

  it("drops a leading article from a column's name, and only that", () => {
    expect(columnName({ publisher: "The Ellery Courier", title: "", number: 1 })).toBe("Ellery Courier");
    expect(columnName({ publisher: "Theatre Weekly", title: "", number: 1 })).toBe("Theatre Weekly");
  });
});

describe("cursor", () => {
  const extent = { rows: 10, columns: 3, page: 4 };

  it("stays inside the matrix", () => {
    expect(moveCursor({ row: 0, column: 0 }, "up", extent)).toEqual({ row: 0, column: 0 });
    expect(moveCursor({ row: 9, column: 2 }, "right", extent)).toEqual({ row: 9, column: 2 });
    expect(moveCursor({ row: 8, column: 1 }, "pageDown", extent)).toEqual({ row: 9, column: 1 });
    expect(moveCursor({ row: 3, column: 2 }, "rowStart", extent)).toEqual({ row: 3, column: 0 });
    expect(moveCursor({ row: 0, column: 0 }, "down", { rows: 0, columns: 0, page: 1 })).toEqual({ row: 0, column: 0 });
  });

  it("renders what is in view, with the cursor's row wherever it is", () => {
    const at = (top: number, keep: number) =>
      rowsToRender({ top, height: 100, rowHeight: 10, rows: 500 }, 2, keep);
    expect(at(0, 3)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(at(2000, 3)[0]).toBe(3);
    expect(at(2000, 3)[1]).toBe(198);
    expect(at(0, 400).at(-1)).toBe(400);
    expect(at(0, 700).at(-1)).toBe(12);
  });
});

describe("what a source leaves out", () => {
  const claims = view.claims.filter((claim) => !claim.withdrawn);

  it("[V2] counts settled silence only", () => {
    const { silent, runs } = omissionsOf(claims, cells, "source-2");
    expect(silent).toBe(1);
    expect(runs.map((run) => run.kind)).toEqual(["verified", "missing", "open", "empty"]);
  });

  it("lets equal neighbours share a bar when there are too many to tell apart", () => {
    const { runs } = omissionsOf(claims, cells, "source-1", 2);
    expect(runs).toEqual([
      { kind: "verified", length: 2 },
      { kind: "open", length: 2 },
    ]);
  });
});
