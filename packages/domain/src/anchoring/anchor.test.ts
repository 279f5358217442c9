import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONTEXT_LENGTH } from "./anchor.ts";
import { locateAnchor } from "./locate-anchor.ts";
import { anchorMatches, makeAnchor } from "./make-anchor.ts";

const TEXT =
  "The two presidents spoke on Sunday. The call lasted 50 minutes, the palace said. " +
  "An aide spoke of a call that lasted 50 minutes at most.";

function anchorOf(text: string, words: string, from = 0) {
  const start = text.indexOf(words, from);
  return makeAnchor(text, start, start + words.length);
}

describe("makeAnchor", () => {
  it("keeps the words and 32 units on either side", () => {
    const anchor = anchorOf(TEXT, "50 minutes");
    expect(anchor).toEqual({
      start: 52,
      end: 62,
      exact: "50 minutes",
      prefix: TEXT.slice(20, 52),
      suffix: TEXT.slice(62, 94),
      state: "exact",
    });
    expect(anchorMatches(TEXT, anchor)).toBe(true);
    expect(anchorMatches(` ${TEXT}`, anchor)).toBe(false);
  });

  it("[X1] leaves no half of a surrogate pair in the context", () => {
    for (const pad of ["", "x"]) {
      const text = `${"😀".repeat(30)}${pad}word${pad}${"😀".repeat(30)}`;
      const { prefix, suffix } = anchorOf(text, "word");
      expect(prefix + suffix).not.toMatch(/\p{Cs}/u);
      expect(prefix.length).toBeGreaterThan(CONTEXT_LENGTH - 2);
      expect(suffix.length).toBeGreaterThan(CONTEXT_LENGTH - 2);
    }
  });

  it("[X3] throws when the range is empty, outside the text or splits a character", () => {
    expect(() => makeAnchor("abc", 1, 1)).toThrow(RangeError);
    expect(() => makeAnchor("abc", 1, 9)).toThrow(RangeError);
    expect(() => makeAnchor("ae\u0301c", 0, 2)).toThrow(RangeError);
    expect(() => makeAnchor("a👩‍👧", 1, 3)).toThrow(RangeError);
  });
});

describe("locateAnchor", () => {
  it("[X4] finds the words at their place: exact", () => {
    const anchor = anchorOf(TEXT, "50 minutes");
    expect(locateAnchor(TEXT, anchor)).toEqual(anchor);
  });

  it("[X4] keeps an anchor exact in an unchanged text that repeats itself", () => {
    const text = "No comment. ".repeat(12);
    const anchor = anchorOf(text, "comment", 60);
    expect(locateAnchor(text, anchor)).toEqual(anchor);
  });

  it("[X4] follows the words to another place and tells twins apart by what surrounds them: moved", () => {
    const text = `Updated at noon. ${TEXT}`;
    const second = anchorOf(TEXT, "50 minutes", 70);
    expect(locateAnchor(text, second)).toEqual({ ...anchorOf(text, "50 minutes", 90), state: "moved" });
  });

  it("[X4] does not choose between two equal places: ambiguous", () => {
    const line = "Then the aide said that the call lasted 50 minutes, and that it was a long one. ";
    const anchor = anchorOf(line, "50 minutes");
    expect(locateAnchor(`${"x".repeat(9)}${line}${line}`, anchor)).toEqual({ ...anchor, state: "ambiguous" });
  });

  it("[X4] prefers the better of three places, the two worse being equal", () => {
    const line = "Then the aide said that the call lasted 50 minutes, and that it was a long one. ";
    const worse = line.replace("Then the", "Once the").replace("long one", "late one");
    const anchor = anchorOf(line, "50 minutes");
    const found = locateAnchor(`${line.replace("long", "loud")}${worse}${worse}`.replace("Then", "Thus"), anchor);
    expect(found.state).toBe("exact");
    expect(found.start).toBe(anchor.start);
    const last = locateAnchor(`${worse}${worse}${line}`, anchor);
    expect(last).toMatchObject({ state: "moved", start: 2 * line.length + anchor.start });
  });

  it("[X4] does not land on a look-alike elsewhere: orphaned", () => {
    const anchor = anchorOf(TEXT, "50 minutes");
    const other = "Nothing was said of the call. The ferry crosses in 50 minutes on a calm day.";
    expect(locateAnchor(other, anchor)).toEqual({ ...anchor, state: "orphaned" });
    expect(locateAnchor("", anchor)).toEqual({ ...anchor, state: "orphaned" });
  });

  it("[X4] trusts long words without their surroundings", () => {
    const words = "a call that lasted 50 minutes at most";
    const found = locateAnchor(`“It was ${words}”, somebody wrote.`, anchorOf(TEXT, words));
    expect(found).toMatchObject({ state: "moved", start: 8, exact: words });
  });

  it("[X3] does not land inside a character", () => {
    const anchor = makeAnchor("e", 0, 1);
    expect(locateAnchor("cafe\u0301", anchor).state).toBe("orphaned");
  });

  it("[X4] whatever is inserted before the context, an anchor that is found has its own words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), fc.nat(20), (inserted, at) => {
        const anchor = anchorOf(TEXT, "50 minutes");
        const text = TEXT.slice(0, at) + inserted + TEXT.slice(at);
        const found = locateAnchor(text, anchor);
        expect(["exact", "moved"]).toContain(found.state);
        expect(text.slice(found.start, found.end)).toBe("50 minutes");
        expect(found.start).toBe(anchor.start + inserted.length);
      }),
    );
  });
});
