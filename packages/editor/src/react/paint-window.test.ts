import { describe, expect, it } from "vitest";
import { paintWindow, type BlockSpan, type PaneMotion } from "./paint-window.ts";

/** A text of blocks of forty pixels, seen through a view of twenty of them. */
const BLOCK = 40;
const geometry = {
  blocksBetween: (top: number, bottom: number): BlockSpan => ({
    first: Math.max(0, Math.floor(top / BLOCK)),
    last: Math.floor(bottom / BLOCK),
  }),
};
const at = (block: number, now: BlockSpan | null, motion: PaneMotion): BlockSpan =>
  paintWindow({ scrollTop: block * BLOCK, clientHeight: 20 * BLOCK }, geometry, now, motion);

describe("which blocks are painted", () => {
  it("at rest is what is in view and a quarter of a view around it", () => {
    expect(at(100, null, "rest")).toEqual({ first: 95, last: 125 });
  });

  it("stays while one moves by a few lines", () => {
    const now = at(100, null, "rest");
    expect(at(102, now, "rest")).toBe(now);
    expect(at(104, now, "rest")).toEqual({ first: 99, last: 129 });
  });

  it("reaches further while one scrolls, and moves before its edge comes near", () => {
    const now = at(100, at(100, null, "rest"), "scrolling");
    expect(now).toEqual({ first: 60, last: 160 });
    expect(at(120, now, "scrolling")).toBe(now);
    expect(at(121, now, "scrolling")).toEqual({ first: 81, last: 181 });
  });

  it("moves in a frame that brings blocks anyway, and is narrow again at rest", () => {
    const now = at(100, null, "scrolling");
    expect(at(101, now, "mounting")).toEqual({ first: 61, last: 161 });
    expect(at(100, now, "rest")).toEqual({ first: 95, last: 125 });
  });

  it("holds all that is in view, however one got there", () => {
    let now: BlockSpan | null = null;
    for (const [block, motion] of [[0, "rest"], [3, "rest"], [900, "scrolling"], [880, "scrolling"], [870, "mounting"], [868, "rest"]] as const) {
      now = at(block, now, motion);
      expect(now.first).toBeLessThanOrEqual(block);
      expect(now.last).toBeGreaterThanOrEqual(block + 20);
    }
  });
});
