import { describe, expect, it } from "vitest";
import type { HighlightMark } from "./highlight-mark.ts";
import { RULER_STEPS, putMark, rulerTicks } from "./ruler-ticks.ts";

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
    expect([...ticks.groups()].map(({ stance, steps, chosen }) => [stance, [...steps], chosen])).toEqual([
      ["verified", [40], false],
      ["disputed", [40], false],
      ["verified", [40], true],
      ["search", [200], false],
    ]);
  });

  it("draws no more ticks than can be told apart", () => {
    const marks = Array.from({ length: 5000 }, (_, i) => mark(i, "verified"));
    const [group] = rulerTicks(marks, [], null, (offset) => offset / 5000).groups();
    expect(group?.steps.size).toBe(RULER_STEPS + 1);
  });

  it("says of one more mark which ticks it changes, and that where one was nothing does", () => {
    const ticks = rulerTicks([mark(10, "verified")], [], null, (offset) => offset / 100);
    expect(putMark(ticks, mark(10, "verified"), null, (offset) => offset / 100)).toBeNull();
    expect(putMark(ticks, mark(60, "missing"), null, (offset) => offset / 100)).toBeNull();
    const changed = putMark(ticks, mark(60, "verified"), null, (offset) => offset / 100);
    expect([...(changed?.steps ?? [])]).toEqual([40, 240]);
  });
});
