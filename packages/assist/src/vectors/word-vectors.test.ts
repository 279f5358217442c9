import { describe, expect, it } from "vitest";
import { loadVectors } from "./load-vectors.ts";

describe("word vectors", () => {
  const vectors = loadVectors();

  it("holds tens of thousands of words", () => {
    expect(vectors.size).toBeGreaterThan(40_000);
  });

  it.each([
    ["cancelled", "postponed", "banana"],
    ["car", "vehicle", "opinion"],
    ["injured", "wounded", "budget"],
  ])("finds %s nearer to %s than to %s", (word, near, far) => {
    expect(vectors.similarity(word, near)).toBeGreaterThan(vectors.similarity(word, far) + 0.3);
  });

  it("says nothing of a word it does not know, but that it is itself", () => {
    expect(vectors.similarity("qwxzt", "car")).toBe(0);
    expect(vectors.similarity("qwxzt", "qwxzt")).toBe(1);
  });
});
