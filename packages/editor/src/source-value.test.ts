import type { Block } from "@assay/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offsetToPoint, pointToOffset, toSourceValue } from "./source-value.ts";

const text = "Head\n\nFirst 👩‍👧 one.\n\nlast";
const blocks: Block[] = [
  { kind: "heading", level: 2, start: 0, end: 4 },
  { kind: "paragraph", start: 6, end: 22 },
  { kind: "line", start: 24, end: 28 },
];
const value = toSourceValue(text, blocks);

describe("source value", () => {
  it("makes one element with one leaf of each block", () => {
    expect(value.map(({ kind, level, children }) => [kind, level, children])).toEqual([
      ["heading", 2, [{ text: "Head" }]],
      ["paragraph", null, [{ text: text.slice(6, 22) }]],
      ["line", null, [{ text: "last" }]],
    ]);
  });

  it("[X1] leads from every offset of a block to a point and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length }), (offset) => {
        const back = pointToOffset(value, offsetToPoint(value, offset));
        const isInBlock = blocks.some(({ start, end }) => offset >= start && offset <= end);
        return isInBlock ? back === offset : blocks.some(({ start }) => start === back);
      }),
    );
  });

  it("refuses points of another document", () => {
    expect(() => pointToOffset(value, { path: [3, 0], offset: 0 })).toThrow(RangeError);
    expect(() => pointToOffset(value, { path: [0, 1], offset: 0 })).toThrow(RangeError);
    expect(() => pointToOffset(value, { path: [0, 0], offset: 5 })).toThrow(RangeError);
    expect(() => offsetToPoint([], 0)).toThrow(RangeError);
  });
});
