import { describe, expect, it } from "vitest";
import type { HighlightMark } from "./highlight-mark.ts";
import { markRuns } from "./mark-runs.ts";

const mark = (id: string, start: number, end: number): HighlightMark => ({
  id,
  claimId: id,
  tagId: id,
  start,
  end,
  stance: "verified",
  label: id,
});

const shape = (marks: HighlightMark[]): string[] =>
  markRuns({ start: 10, end: 30 }, marks).map((run) => `${run.start}-${run.end}:${run.marks.map(({ id }) => id).join("")}`);

describe("runs of a stretch of text", () => {
  it("covers all of it, cut where marks begin and end", () => {
    expect(shape([])).toEqual(["10-30:"]);
    expect(shape([mark("a", 12, 20), mark("b", 16, 25)])).toEqual(["10-12:", "12-16:a", "16-20:ab", "20-25:b", "25-30:"]);
  });

  it("keeps to the stretch, and leaves out what does not touch it", () => {
    expect(shape([mark("a", 0, 15), mark("b", 28, 90), mark("c", 30, 40), mark("d", 2, 10)])).toEqual([
      "10-15:a",
      "15-28:",
      "28-30:b",
    ]);
  });
});
