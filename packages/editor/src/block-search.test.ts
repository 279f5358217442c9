import { describe, expect, it } from "vitest";
import { blockOfCaret, firstBlockEndingAfter, toCaretOffset } from "./block-search.ts";

const blocks = [
  { start: 0, end: 5 },
  { start: 7, end: 12 },
  { start: 13, end: 20 },
];

describe("block search", () => {
  it("finds the block of every offset", () => {
    expect([0, 4, 5, 6, 7, 11, 12, 13, 19, 20].map((offset) => firstBlockEndingAfter(blocks, offset))).toEqual([
      0, 0, 1, 1, 1, 1, 2, 2, 2, 3,
    ]);
  });

  it("lets a caret stand behind a block's last letter", () => {
    expect([0, 5, 6, 7, 12, 13, 20, 99].map((offset) => blockOfCaret(blocks, offset))).toEqual([0, 0, 1, 1, 1, 2, 2, 2]);
    expect(blockOfCaret([], 3)).toBe(-1);
  });

  it("moves a caret out of the white space between blocks", () => {
    expect([5, 6, 7, 25, -1].map((offset) => toCaretOffset(blocks, offset))).toEqual([5, 7, 7, 20, 0]);
    expect(toCaretOffset([], 4)).toBe(0);
  });
});
