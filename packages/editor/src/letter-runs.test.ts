import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareMarks, type HighlightMark } from "./highlight-mark.ts";
import { cutRuns, runAt } from "./letter-runs.ts";

function mark(id: string, start: number, end: number): HighlightMark {
  return { id, claimId: id, tagId: "t", start, end, stance: "verified", label: id };
}

describe("letter runs", () => {
  it("cuts a block where a mark begins or ends, and leaves out letters without one", () => {
    const runs = cutRuns([mark("outer", 2, 20), mark("inner", 5, 10), mark("other", 30, 40)]);
    expect(runs.map(({ start, end, marks }) => [start, end, marks.map(({ id }) => id)])).toEqual([
      [2, 5, ["outer"]],
      [5, 10, ["outer", "inner"]],
      [10, 20, ["outer"]],
      [30, 40, ["other"]],
    ]);
  });

  it("finds for every letter the marks over it, outermost first, whatever marks there are", () => {
    const one = fc.record({ start: fc.nat(40), length: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (list) => {
        const marks = list.map(({ start, length }, i) => mark(`m${i}`, start, start + length)).sort(compareMarks);
        const runs = cutRuns(marks);
        for (let letter = 0; letter < 62; letter++) {
          const over = marks.filter(({ start, end }) => start <= letter && letter < end);
          expect(runAt(runs, letter)?.marks ?? []).toEqual(over);
        }
      }),
    );
  });
});
