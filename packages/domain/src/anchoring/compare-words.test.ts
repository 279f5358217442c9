import { describe, expect, it } from "vitest";
import { compareWords } from "./compare-words.ts";

describe("compareWords", () => {
  it("is 1 for the same words, however spaced, and 0 for nothing in common", () => {
    expect(compareWords("the call ended", "the call ended")).toEqual({ likeness: 1, changes: [] });
    expect(compareWords("the call ended", "the\ncall  ended").likeness).toBe(1);
    expect(compareWords("harbour", "xyz").likeness).toBe(0);
  });

  it.each([
    ["lasted 50 minutes", "lasted 55 minutes", "words", ["number"]],
    ["lasted fifty minutes", "lasted sixty minutes", "words", ["number"]],
    ["fell by 5", "fell by 5 %", "punctuation", ["number"]],
    ["he did confirm", "he didn't confirm", "words", ["negation"]],
    ["met Brandt there", "met Lindqvist there", "words", ["name"]],
    ["Later he left", "Today he left", "words", []],
    ["the Envoy left", "the envoy left", "capitals", []],
    ["yes, he left", "yes; he left", "punctuation", []],
    ["he\nleft", "he left", "spacing", []],
  ])("tells what changed: %j → %j", (from, to, kind, carries) => {
    const { changes } = compareWords(from, to);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ kind, carries });
  });

  it("gives no credit for the letters that any two words share", () => {
    const { likeness } = compareWords("the ferry sailed at noon", "the ferry reported delays");
    expect(likeness).toBeLessThan(0.5);
  });
});
