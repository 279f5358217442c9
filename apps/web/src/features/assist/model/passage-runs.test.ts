import { describe, expect, it } from "vitest";
import { passageRuns } from "./passage-runs.ts";

const TEXT = "Fog. The tug towed nine barges past the lock. Rain.";
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const passage = { ...at("The tug towed nine barges past the lock."), exact: "The tug towed nine barges past the lock." };
const shown = (...words: string[]) =>
  passageRuns(passage, words.map(at)).map(({ text, strong }) => (strong ? `[${text}]` : text)).join("");

describe("the words of a passage that matched", () => {
  it("are cut out where they stand, in reading order", () => {
    expect(shown("lock", "nine")).toBe("The tug towed [nine] barges past the [lock].");
  });

  it("are the passage whole where nothing matched", () => {
    expect(passageRuns(passage, [])).toEqual([{ start: passage.start, text: passage.exact, strong: false }]);
  });

  it("count once where spans overlap, and not at all outside of the passage", () => {
    expect(shown("nine barges", "barges past", "Fog", "Rain")).toBe("The tug towed [nine barges][ past] the lock.");
    expect(passageRuns(passage, [{ start: 0, end: passage.start + 3 }]).map(({ text }) => text)).toEqual([
      "The",
      " tug towed nine barges past the lock.",
    ]);
  });

  it("[X1] give the passage back whole, whatever the spans", () => {
    const spans = [at("The"), at("tug towed"), at("lock. Rain"), { start: 0, end: TEXT.length }];
    expect(passageRuns(passage, spans).map(({ text }) => text).join("")).toBe(passage.exact);
  });
});
