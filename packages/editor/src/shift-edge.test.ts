import fc from "fast-check";
import { isGraphemeBoundary } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { shiftEdge, type EdgeShift } from "./shift-edge.ts";
import { widenRange } from "./widen-range.ts";

function sourceOf(text: string) {
  const blocks = [...text.matchAll(/[^\n]+/gu)].map(({ index, 0: words }) => ({
    kind: "paragraph" as const,
    start: index,
    end: index + words.length,
  }));
  return { text, blocks };
}

const text = "The ferry struck at 7.12. Nobody was hurt.\nShe sank.";
const source = sourceOf(text);
const rangeOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

function shifted(words: string, edge: EdgeShift["edge"], direction: EdgeShift["direction"], unit: EdgeShift["unit"]) {
  const range = shiftEdge(source, rangeOf(words), { edge, unit, direction });
  return range === null ? null : text.slice(range.start, range.end);
}

describe("an edge of a passage", () => {
  it("grows and shrinks by words, from word to word", () => {
    expect(shifted("ferry struck", "end", "forward", "word")).toBe("ferry struck at");
    expect(shifted("ferry struck", "start", "backward", "word")).toBe("The ferry struck");
    expect(shifted("ferry struck at", "end", "backward", "word")).toBe("ferry struck");
    expect(shifted("ferry struck at", "start", "forward", "word")).toBe("struck at");
    expect(shifted("was hurt", "end", "forward", "word")).toBe("was hurt.");
  });

  it("grows and shrinks by letters, and does not stop at white space", () => {
    expect(shifted("ferry", "end", "forward", "character")).toBe("ferry s");
    expect(shifted("ferry s", "end", "backward", "character")).toBe("ferry");
    expect(shifted("ferry", "start", "forward", "character")).toBe("erry");
    expect(shifted("hurt", "end", "forward", "character")).toBe("hurt.");
  });

  it("stops at the ends of the text, and before nothing is left", () => {
    expect(shifted("The", "start", "backward", "word")).toBeNull();
    expect(shifted("sank.", "end", "forward", "character")).toBeNull();
    expect(shifted("ferry", "end", "backward", "word")).toBeNull();
    expect(shifted("T", "start", "forward", "character")).toBeNull();
  });

  it("[X3] never stands inside a grapheme cluster", () => {
    const part = fc.constantFrom("a", "é", "e\u0301", "👩‍👩‍👧", "🇫🇷", " ", "한", ".", "\n", "word");
    const shift = fc.record({
      edge: fc.constantFrom("start", "end"),
      unit: fc.constantFrom("character", "word"),
      direction: fc.constantFrom("forward", "backward"),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 2 }), fc.nat(), fc.nat(), shift, (parts, a, b, how) => {
        const made = sourceOf(parts.join(""));
        const start = Math.min(a % (made.text.length + 1), b % (made.text.length + 1));
        const end = Math.max(a % (made.text.length + 1), b % (made.text.length + 1));
        fc.pre(made.text.slice(start, end).trim() !== "" && made.blocks.length > 0);
        const next = shiftEdge(made, { start, end }, how as EdgeShift);
        if (next === null) return;
        expect(isGraphemeBoundary(made.text, next.start) && isGraphemeBoundary(made.text, next.end)).toBe(true);
        expect(made.text.slice(next.start, next.end).trim()).not.toBe("");
      }),
    );
  });
});

describe("a selection made wider", () => {
  it("goes from word to sentence, paragraph and text", () => {
    let range = { start: text.indexOf("obody"), end: text.indexOf("obody") + 2 };
    const steps: string[] = [];
    for (let i = 0; i < 5; i++) {
      range = widenRange(source, range);
      steps.push(text.slice(range.start, range.end));
    }
    expect(steps).toEqual(["Nobody", "Nobody was hurt.", text.slice(0, text.indexOf("\n")), text, text]);
  });

  it("takes no word of the next sentence with a whole one, whatever stands at its ends", () => {
    const lines = "The quay closed at nine. (Two lorries waited.) Nobody was hurt.";
    const block = { text: lines, blocks: [{ start: 0, end: lines.length, kind: "paragraph" as const }] };
    const widened = (words: string) => {
      const start = lines.indexOf(words);
      const { start: from, end } = widenRange(block, { start, end: start + words.length });
      return lines.slice(from, end);
    };
    expect(widened("The quay closed at nine.")).toBe(lines);
    expect(widened("(Two lorries waited.)")).toBe(lines);
    expect(widened("nine.")).toBe("The quay closed at nine.");
    const caret = lines.indexOf(" (Two");
    expect(widenRange(block, { start: caret, end: caret })).toEqual({ start: 0, end: caret });
  });
});
