import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DiffPart } from "./word-diff.ts";
import { wordDiff } from "./word-diff.ts";

const side = (parts: DiffPart[], leaveOut: "insert" | "delete") =>
  parts
    .filter((part) => part.kind !== leaveOut)
    .map((part) => part.text)
    .join("");

describe("wordDiff", () => {
  it("marks whole words", () => {
    expect(wordDiff("The call lasted 50 minutes.", "The call lasted 55 minutes.")).toEqual([
      { kind: "same", text: "The call lasted " },
      { kind: "delete", text: "50" },
      { kind: "insert", text: "55" },
      { kind: "same", text: " minutes." },
    ]);
  });

  it("keeps a word with an apostrophe or a combining accent whole", () => {
    expect(wordDiff("the agency’s man", "the agency man").map((part) => part.text)).toContain("agency’s");
    expect(wordDiff("cafe\u0301 noir", "cafe noir").map((part) => part.text)).toContain("cafe\u0301");
  });

  it("says nothing of equal or empty texts", () => {
    expect(wordDiff("", "")).toEqual([]);
    expect(wordDiff("a b", "a b")).toEqual([{ kind: "same", text: "a b" }]);
  });

  it("gives both texts back, whatever they hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
        const parts = wordDiff(before, after);
        expect(side(parts, "insert")).toBe(before);
        expect(side(parts, "delete")).toBe(after);
      }),
    );
  });

  it("numbers more words than fit below the surrogates", () => {
    const many = Array.from({ length: 60_000 }, (_, index) => `w${index}`).join(" ");
    const parts = wordDiff(many, `${many} end`);
    expect(side(parts, "delete")).toBe(`${many} end`);
    expect(parts.some((part) => part.kind === "insert" && part.text.includes("end"))).toBe(true);
  });
});
