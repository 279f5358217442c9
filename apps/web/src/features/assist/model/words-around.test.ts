import { expect, it } from "vitest";
import { wordsAround } from "./words-around.ts";

const LONG = "The lock keeper wrote the hour of every barge into her book, summer and winter, for all of the thirty-one years. ";
const FIRST = "Two gates.";
const TEXT = `${FIRST}\n\n${LONG}Four barges waited. ${LONG}`;
const blocks = [{ start: 0, end: FIRST.length }, { start: FIRST.length + 2, end: TEXT.length }];
const around = (words: string) => {
  const start = TEXT.indexOf(words);
  return wordsAround(TEXT, blocks, { start, end: start + words.length });
};

it("words are shown in their own paragraph alone", () => {
  expect(around("Two")).toEqual({ before: "", after: " gates." });
});

it("a long paragraph is cut between words, and says so", () => {
  const { before, after } = around("Four barges waited.");
  expect(before).toMatch(/^… \S/);
  expect(after).toMatch(/\S …$/);
  const parts = [before.slice(2), "Four barges waited.", after.slice(0, -2)];
  expect(TEXT).toContain(` ${parts.join("")} `);
});

it("a place beyond the text shows nothing of it", () => {
  expect(wordsAround(TEXT, blocks, { start: 9_000, end: 9_004 })).toEqual({ before: "", after: "" });
});
