import { describe, expect, it } from "vitest";
import type { Find, Hit } from "./find-state.ts";
import { NO_FIND, hitNumber, hitWords, isFindOptions, keptHit, stepHit } from "./find-state.ts";

const ORDER = ["a", "b", "c"];
const ranges = (count: number) => Array.from({ length: count }, (_, i) => ({ start: i * 10, end: i * 10 + 3 }));
const find = (current: Hit | null, more: Partial<Find> = {}): Find => ({
  ...NO_FIND,
  scope: "all",
  query: "ship",
  hits: { a: { ranges: ranges(2), isCut: false }, b: { ranges: [], isCut: false }, c: { ranges: ranges(3), isCut: false } },
  current,
  ...more,
});

const walk = (by: 1 | -1, from: Hit | null, steps: number, reading: string | null = null): string[] => {
  let at = from;
  return Array.from({ length: steps }, () => {
    at = stepHit(find(at), ORDER, by, reading);
    return at === null ? "none" : `${at.sourceId}${at.index}`;
  });
};

describe("steps from hit to hit", () => {
  it("goes through the sources in their order, over those without a hit, and round again", () => {
    expect(walk(1, null, 7)).toEqual(["a0", "a1", "c0", "c1", "c2", "a0", "a1"]);
    expect(walk(-1, null, 4)).toEqual(["c2", "c1", "c0", "a1"]);
  });

  it("begins in the source that is being read, where it has a hit", () => {
    expect(walk(1, null, 2, "c")).toEqual(["c0", "c1"]);
    expect(walk(-1, null, 1, "a")).toEqual(["a1"]);
    expect(walk(1, null, 1, "b")).toEqual(["a0"]);
  });

  it("begins anew when the hit looked at is there no more, and stays where there is none", () => {
    expect(walk(1, { sourceId: "a", index: 7 }, 1)).toEqual(["a0"]);
    expect(stepHit(find(null, { hits: {} }), ORDER, 1, null)).toBeNull();
  });
});

it("keeps the hit looked at when a new search has it as well", () => {
  const held = find({ sourceId: "c", index: 2 });
  expect(keptHit(held, { c: { ranges: [{ start: 20, end: 24 }], isCut: false } })).toEqual({ sourceId: "c", index: 0 });
  expect(keptHit(held, { c: { ranges: [{ start: 21, end: 24 }], isCut: false } })).toBeNull();
  expect(keptHit(held, {})).toBeNull();
  expect(keptHit(find(null), held.hits)).toBeNull();
});

describe("the count of hits", () => {
  it("tells the place among all of them", () => {
    expect(hitWords(find(null), ORDER)).toBe("5");
    expect(hitWords(find({ sourceId: "c", index: 1 }), ORDER)).toBe("4 of 5");
    expect(hitNumber(find({ sourceId: "gone", index: 0 }), ORDER)).toBe(0);
  });

  it("says that there is nothing only once it is known, and nothing of a refused pattern", () => {
    expect(hitWords(find(null, { hits: {} }), ORDER)).toBe("nothing");
    expect(hitWords(find(null, { hits: {}, searching: true }), ORDER)).toBe("");
    expect(hitWords(find(null, { problem: "A bracket is not closed." }), ORDER)).toBe("");
    expect(hitWords(find(null, { query: " " }), ORDER)).toBe("");
  });

  it("says that there are more than are kept", () => {
    expect(hitWords(find(null, { hits: { a: { ranges: ranges(2), isCut: true } } }), ORDER)).toBe("2+");
  });
});

it("takes options back from the device only when they are whole", () => {
  expect(isFindOptions(NO_FIND.options)).toBe(true);
  expect(isFindOptions({ regex: true })).toBe(false);
  expect(isFindOptions(null)).toBe(false);
});
