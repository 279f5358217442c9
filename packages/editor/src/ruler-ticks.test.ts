import { describe, expect, it } from "vitest";
import type { HighlightMark } from "./highlight-mark.ts";
import { RULER_STEPS, rulerTicks } from "./ruler-ticks.ts";

const mark = (start: number, stance: HighlightMark["stance"], claimId = "c"): HighlightMark => ({
  id: `${stance}${start}`,
  claimId,
  tagId: "t",
  start,
  end: start + 1,
  stance,
  label: "C1",
});

describe("overview ruler", () => {
  it("keeps stances apart where they fall together, and the chosen claim's tick beside the others", () => {
    const ticks = rulerTicks(
      [mark(10, "verified"), mark(10, "disputed"), mark(10, "verified", "chosen"), mark(20, "missing")],
      [{ start: 50, end: 52 }],
      "chosen",
      (offset) => offset / 100,
    );
    expect([...ticks.values()].map(({ stance, position, chosen }) => [stance, position, chosen])).toEqual([
      ["verified", 0.1, false],
      ["disputed", 0.1, false],
      ["verified", 0.1, true],
      ["search", 0.5, false],
    ]);
  });

  it("draws no more ticks than can be told apart", () => {
    const marks = Array.from({ length: 5000 }, (_, i) => mark(i, "verified"));
    expect(rulerTicks(marks, [], null, (offset) => offset / 5000).size).toBe(RULER_STEPS + 1);
  });
});
