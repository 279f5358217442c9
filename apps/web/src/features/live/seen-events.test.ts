import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Seen } from "./seen-events.ts";
import { isSeen, mergeSeen, seeEvents } from "./seen-events.ts";

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }));

describe("seen events", () => {
  it("what was looked at is seen and what is left is not, whatever the order", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 20 }), fc.func(fc.boolean()), (all, upTo, isLookedAt) => {
        const unseen = all.filter((number) => number > upTo);
        const looked = unseen.filter((number) => isLookedAt(number));
        const left = unseen.filter((number) => !looked.includes(number));
        const seen = seeEvents({ upTo, above: [] }, looked, left, 60);
        expect(looked.every((number) => isSeen(seen, number))).toBe(true);
        expect(left.some((number) => isSeen(seen, number))).toBe(false);
      }),
    );
  });

  it("needs one number when nothing is left", () => {
    expect(seeEvents({ upTo: 3, above: [7, 9] }, [5], [], 12)).toEqual({ upTo: 12, above: [] });
  });

  it("never forgets what was seen before", () => {
    const before: Seen = { upTo: 10, above: [14] };
    const after = seeEvents(before, [12], [11, 13], 14);
    expect([10, 12, 14].every((number) => isSeen(after, number))).toBe(true);
    expect([11, 13].some((number) => isSeen(after, number))).toBe(false);
  });

  it("two pages see for each other", () => {
    const merged = mergeSeen({ upTo: 4, above: [9] }, { upTo: 6, above: [5, 8] });
    expect(merged.upTo).toBe(6);
    expect([...merged.above].sort()).toEqual([8, 9]);
  });
});
