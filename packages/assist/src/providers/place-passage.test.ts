import { describe, expect, it } from "vitest";
import { placePassage } from "./place-passage.ts";

const TEXT = "The 🚢 sank. Nobody was hurt. The 🚢 was old. Nobody was hurt.";

describe("words that a model says it found", () => {
  it("stand where it says, also where they stand elsewhere too", () => {
    const start = TEXT.lastIndexOf("Nobody");
    expect(placePassage(TEXT, { exact: "Nobody was hurt.", start, end: start + 16 })).toEqual({ start, end: start + 16, exact: "Nobody was hurt." });
    expect(placePassage(TEXT, { exact: "Nobody was hurt.", start })?.start).toBe(start);
  });

  it("stand, where the place is wrong, where they stand just once", () => {
    const start = TEXT.indexOf("was old");
    for (const place of [{}, { start: 0, end: 3 }, { start: 9_999, end: 10_003 }]) {
      expect(placePassage(TEXT, { exact: "was old", ...place })).toEqual({ start, end: start + 7, exact: "was old" });
    }
  });

  it("are no passage where they stand twice, nowhere, or otherwise", () => {
    for (const exact of ["Nobody was hurt.", "Nobody was hurt!", "nobody was hurt. The", "", "  ", "\n"]) {
      expect(placePassage(TEXT, { exact, start: 1, end: 2 }), exact).toBeNull();
    }
  });

  it("[X3] never end within a character", () => {
    const half = "🚢".slice(0, 1);
    expect(placePassage(TEXT, { exact: `The ${half}`, start: 0 })).toBeNull();
    expect(placePassage(TEXT, { exact: `${"🚢".slice(1)} sank`, start: 5 })).toBeNull();
    expect(placePassage(TEXT, { exact: "The 🚢 sank" })).toMatchObject({ start: 0 });
  });

  it("lose the white space around them", () => {
    expect(placePassage(TEXT, { exact: " sank. " })).toEqual({ start: 7, end: 12, exact: "sank." });
  });
});
