import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockAt, passageContext } from "./passage-context.ts";

const TEXT =
  "Ferry aground\n\nThe ferry left at noon. Capt. Varga said the wheel “went slack.” She had no time. The tug came.";
const BLOCKS = [
  { kind: "heading" as const, start: 0, end: 13, level: 1 },
  { kind: "paragraph" as const, start: 15, end: TEXT.length },
];

function around(words: string, text = TEXT, blocks = BLOCKS) {
  const start = text.indexOf(words);
  return passageContext(text, blocks, start, start + words.length);
}

describe("the context of a passage", () => {
  it("is its sentence, whole, without its neighbours", () => {
    expect(around("the wheel")).toEqual({
      before: "Capt. Varga said ",
      after: " “went slack.”",
      clippedBefore: false,
      clippedAfter: false,
    });
  });

  it("is nothing where the passage is the sentence", () => {
    expect(around("She had no time.")).toEqual({ before: "", after: "", clippedBefore: false, clippedAfter: false });
  });

  it("stays inside the block", () => {
    expect(around("aground").before).toBe("Ferry ");
    expect(around("aground").after).toBe("");
    expect(around("The ferry").before).toBe("");
  });

  it("is cut at a word, and says so, where a sentence runs on", () => {
    const text = `${"and on ".repeat(60)}the wheel ${"and on ".repeat(60)}`.trim();
    const context = around("the wheel", text, [{ kind: "paragraph", start: 0, end: text.length }]);
    expect(context.clippedBefore && context.clippedAfter).toBe(true);
    expect(context.before).toMatch(/^(?:and|on) .*on $/u);
    expect(context.after).toMatch(/^ and .*\S$/u);
    expect(context.before.length + context.after.length).toBeLessThanOrEqual(280);
  });

  it("is always what stands next to the passage", () => {
    const texts = fc.array(fc.constantFrom("a", "Mr. ", ". ", "? ", "”", " ", "\n", "Word ", "👩‍✈️"), {
      minLength: 3,
      maxLength: 80,
    });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (parts, first, second) => {
        const text = parts.join("");
        const start = first % text.length;
        const end = start + 1 + (second % (text.length - start));
        const { before, after } = passageContext(text, [{ kind: "paragraph", start: 0, end: text.length }], start, end);
        expect(text.slice(0, start).endsWith(before)).toBe(true);
        expect(text.slice(end).startsWith(after)).toBe(true);
      }),
    );
  });
});

it("finds the block of an offset", () => {
  expect([0, 12, 14, 15, 99].map((offset) => blockAt(BLOCKS, offset))).toEqual([0, 0, 0, 1, 1]);
  expect(blockAt([], 3)).toBe(-1);
});
