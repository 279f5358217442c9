import type { Block } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { moveCaret, type CaretDirection, type CaretUnit } from "./move-caret.ts";

const text = "Two boats.\n\nAll were landed,  he said. Nobody\nspoke.\n\n👩‍👧 e\u0301";
const blocks: Block[] = [
  { kind: "heading", level: 1, start: 0, end: 10 },
  { kind: "paragraph", start: 12, end: 52 },
  { kind: "paragraph", start: 54, end: text.length },
];

/** What lies between the caret's stops as it moves through the whole text. */
function stops(unit: CaretUnit, direction: CaretDirection, from: number): string[] {
  const passed: string[] = [];
  for (let at = from; ; ) {
    const next = moveCaret({ text, blocks }, at, unit, direction);
    if (next === at) return passed;
    passed.push(text.slice(Math.min(at, next), Math.max(at, next)));
    at = next;
  }
}

describe("caret movement", () => {
  it("goes forward to the ends of words and on into the next block", () => {
    expect(stops("word", "forward", 0).map((step) => step.trim())).toEqual(
      ["Two", "boats", ".", "All", "were", "landed", ",  he", "said", ". Nobody", "spoke", ".", "👩‍👧 e\u0301"],
    );
  });

  it("goes backward to the starts of words", () => {
    expect(moveCaret({ text, blocks }, 52, "word", "backward")).toBe(text.indexOf("spoke"));
    expect(moveCaret({ text, blocks }, 12, "word", "backward")).toBe(text.indexOf("boats"));
  });

  it("goes by sentences, without the space after them", () => {
    const first = moveCaret({ text, blocks }, 12, "sentence", "forward");
    expect(text.slice(12, first)).toBe("All were landed,  he said.");
    expect(moveCaret({ text, blocks }, 50, "sentence", "backward")).toBe(text.indexOf("Nobody"));
  });

  it("goes by paragraphs and to either end of the document", () => {
    expect(moveCaret({ text, blocks }, 20, "paragraph", "forward")).toBe(52);
    expect(moveCaret({ text, blocks }, 52, "paragraph", "forward")).toBe(text.length);
    expect(moveCaret({ text, blocks }, 20, "paragraph", "backward")).toBe(12);
    expect(moveCaret({ text, blocks }, 20, "document", "forward")).toBe(text.length);
    expect(moveCaret({ text, blocks }, 20, "document", "backward")).toBe(0);
  });

  it("[X3] steps over whole graphemes", () => {
    expect(stops("character", "forward", 54)).toEqual(["👩‍👧", " ", "e\u0301"]);
    expect(stops("character", "backward", text.length).slice(0, 3)).toEqual(["e\u0301", " ", "👩‍👧"]);
  });

  it("takes collapsed white space and the space between blocks as one step", () => {
    const comma = text.indexOf(",") + 1;
    expect(moveCaret({ text, blocks }, comma, "character", "forward")).toBe(comma + 2);
    expect(moveCaret({ text, blocks }, comma + 2, "character", "backward")).toBe(comma);
    expect(moveCaret({ text, blocks }, 10, "character", "forward")).toBe(12);
    expect(moveCaret({ text, blocks }, 12, "character", "backward")).toBe(10);
  });

  it("stays where there is nowhere to go", () => {
    expect(moveCaret({ text: "", blocks: [] }, 0, "word", "forward")).toBe(0);
    expect(moveCaret({ text, blocks }, text.length, "word", "forward")).toBe(text.length);
    expect(moveCaret({ text, blocks }, 0, "sentence", "backward")).toBe(0);
  });
});
