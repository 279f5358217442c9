import { beforeEach, expect, it } from "vitest";
import type { ReadCell } from "./assist-types.ts";
import { hasLostItsPassage, passageAt, pointAtPassage, useSuggestionCursor } from "./suggestion-cursor.ts";

const passages = [
  { start: 0, end: 9 },
  { start: 20, end: 31 },
];
const cell = (over: object = {}) => ({ claimId: "c1", source: "s1", revisionId: "r1", passages, ...over }) as unknown as ReadCell;
const at = (one: ReadCell) => [passageAt(useSuggestionCursor.getState(), one), hasLostItsPassage(useSuggestionCursor.getState(), one)];

beforeEach(() => pointAtPassage(cell(), 1));

it("[X4] the passage that was gone to is kept by what it is, not by its place in the list", () => {
  expect(at(cell())).toEqual([1, false]);
  expect(at(cell({ passages: passages.toReversed() }))).toEqual([0, false]);
  expect(at(cell({ passages: [{ start: 0, end: 9 }, { start: 40, end: 50 }] }))).toEqual([0, true]);
  expect(at(cell({ revisionId: "r2" }))).toEqual([0, true]);
});

it("another cell begins with its first", () => {
  expect(at(cell({ source: "s2" }))).toEqual([0, false]);
});
