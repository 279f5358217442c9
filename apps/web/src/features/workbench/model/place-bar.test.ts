import { describe, expect, it } from "vitest";
import { placeBar } from "./place-bar.ts";

const pane = { left: 250, right: 540, top: 100, bottom: 800 };
const bar = { width: 300, height: 32 };
const place = (top: number, bottom: number, left = 270) => placeBar({ left, top, bottom }, pane, bar, 1440);

describe("the bar beside a selection", () => {
  it.each([
    ["in the middle", 400, 450],
    ["at the top of the pane", 102, 150],
    ["cut by the top of the pane", 60, 300],
    ["taller than the pane", 40, 900],
    ["at the bottom", 770, 798],
  ])("does not cover the words: %s", (_name, top, bottom) => {
    const at = place(top, bottom);
    expect(at).not.toBeNull();
    const shownTop = Math.max(top, pane.top);
    const shownBottom = Math.min(bottom, pane.bottom);
    const covers = (at?.top ?? 0) < shownBottom && (at?.top ?? 0) + bar.height > shownTop;
    expect(covers).toBe(false);
  });

  it("goes when the words are scrolled away", () => {
    expect(place(10, 90)).toBeNull();
    expect(place(810, 850)).toBeNull();
  });

  it("stays inside the window", () => {
    expect(placeBar({ left: 1300, top: 400, bottom: 430 }, { ...pane, right: 1440 }, bar, 1440)?.left).toBe(1134);
  });
});
