import { describe, expect, it } from "vitest";
import { judgeSample, operations, tally, wordEdits } from "./accuracy.ts";
import { judge, trace, truthOf } from "./judge.ts";
import { makeAnchor } from "@assay/domain";
import { makeWord, writeDown } from "./story.ts";

describe("anchoring, scaled down", () => {
  it.each([
    [0.01, 0.99],
    [0.05, 0.98],
  ])("[X4] after %d of the words were edited, anchors are right and none is wrong", (share, least) => {
    const { right, wrong } = tally(judgeSample(wordEdits(31, 40_000, 200, share)));
    expect(right).toBeGreaterThanOrEqual(200 * least);
    expect(wrong).toBe(0);
  });

  it("[X4] after edits, moves, deletions and rewordings among look-alikes, next to none is wrong", () => {
    const verdicts = [51, 52, 53].flatMap((seed) => operations(seed, 30_000, 100));
    const { right, wrong } = tally(verdicts);
    expect(wrong).toBeLessThanOrEqual(1);
    expect(right).toBeGreaterThan(180);
  });
});

describe("the judge", () => {
  const story = [[[makeWord("one"), makeWord("two"), makeWord("three", ".")]]];
  const { text } = writeDown(story, true);
  const anchor = makeAnchor(text, 4, 13);
  story[0]?.unshift([makeWord("Zero", ".")]);
  const written = writeDown(story);
  const truth = truthOf(trace(text.length, written), anchor);
  const at = (start: number, end: number, state: "moved" | "fuzzy" | "orphaned") => {
    const found = { ...makeAnchor(written.text, start, end), state };
    return judge(truth, anchor, { anchor: found, score: 1, reasons: [] });
  };

  it("knows where the words went", () => {
    expect(truth).toEqual({ start: 10, end: 19, exact: "two three" });
  });

  it("calls right only the very words in the right state", () => {
    expect(at(10, 19, "moved")).toBe("right");
    expect(at(10, 19, "fuzzy")).toBe("wrong");
    expect(at(10, 20, "fuzzy")).toBe("loose");
    expect(at(0, 4, "fuzzy")).toBe("wrong");
    expect(at(10, 19, "orphaned")).toBe("waiting");
    expect(judge(null, anchor, { anchor: { ...anchor, state: "orphaned" }, score: 0, reasons: [] })).toBe("right");
    expect(judge(null, anchor, { anchor, score: 1, reasons: [] })).toBe("wrong");
  });
});
