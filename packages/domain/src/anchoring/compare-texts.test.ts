import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareTexts } from "./compare-texts.ts";
import type { TextPart } from "./compare-texts.ts";

const OLD = "The call lasted 50 minutes.\n\nNobody was hurt, the operator said.";

const read = (parts: TextPart[], kinds: TextPart["kind"][]) =>
  parts
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join("");

describe("a comparison of two texts", () => {
  it("tells changed words, with words around them", () => {
    const { changes, wordsAdded, wordsRemoved, hunks } = compareTexts(OLD, OLD.replace("50", "15"));
    expect([changes, wordsAdded, wordsRemoved]).toEqual([1, 1, 1]);
    expect(hunks[0]?.parts).toEqual([
      { kind: "same", text: "The call lasted " },
      { kind: "delete", text: "50" },
      { kind: "insert", text: "15" },
      { kind: "same", text: " minutes.\n\nNobody was hurt, the operator said." },
    ]);
  });

  it("has nothing to tell of equal texts", () => {
    expect(compareTexts(OLD, OLD)).toEqual({ changes: 0, wordsAdded: 0, wordsRemoved: 0, hunks: [] });
  });

  it("shows changes apart that are far apart, and counts those it does not show", () => {
    const middle = "unchanged words in between ".repeat(20);
    const text = (one: string, two: string) => `${one} ${middle}${two}`;
    const told = compareTexts(text("first", "last"), text("third", "final"));
    expect(told.hunks.map(({ parts }) => read(parts, ["insert"]))).toEqual(["third", "final"]);
    const short = compareTexts(text("first", "last"), text("third", "final"), 1);
    expect([short.changes, short.hunks.length]).toEqual([2, 1]);
    expect(told.hunks[1]?.parts[0]?.text).toMatch(/^…( ?(unchanged|words|in|between))+ $/);
  });

  it("[X1] gives both texts back where it shows everything", () => {
    const words = fc.array(fc.constantFrom("one", "two", "three", "½", "🚢", "e\u0301", "ends.", "\n\n"), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const [oldText, newText] = [before.join(" "), after.join(" ")];
        const parts = compareTexts(oldText, newText).hunks.flatMap((hunk) => hunk.parts);
        if (oldText === newText) return parts.length === 0;
        return read(parts, ["same", "insert"]) === newText && read(parts, ["same", "delete"]) === oldText;
      }),
      { numRuns: 500 },
    );
  });
});
