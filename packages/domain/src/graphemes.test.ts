import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isGraphemeBoundary, snapToGraphemes, trimRange } from "./graphemes.ts";

/** Units of every kind that UAX #29 has a rule for, and their broken halves. */
const UNITS = [
  "a", " ", "\n", "\r", "\r\n", "é", "e\u0301", "\u0301", "\u0483", "\u05B0", "א", "ب", "\u0600", "\u200d", "\u200c",
  "👩", "👩‍👩‍👧", "🏽", "👍🏽", "❤️", "©", "©\ufe0f", "〰", "🇫", "🇷", "🇫🇷", "\ud83d", "\udc69", "क", "\u094d", "षि", "ಕ್ಷ",
  "ก", "\u0e33", "ᄀ", "ᅡ", "ᆨ", "각", "가", "日", "か", "\u3099", "\uff9e", "\u00ad", "\u{E0067}", "🏴", "1\ufe0f\u20e3",
  "\u0d4e", "\u{110BD}", "。", "я", "\u302a",
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...UNITS), { maxLength: 40 }).map((units) => units.join("")),
  fc.string({ unit: "binary", maxLength: 60 }),
);
const whole = new Intl.Segmenter("und", { granularity: "grapheme" });

function boundaries(value: string): number[] {
  return [...whole.segment(value)].map(({ index }) => index).concat(value.length);
}

const textAndRange = text.chain((value) =>
  fc.tuple(fc.constant(value), fc.nat(value.length), fc.nat(value.length)).map(([, a, b]) => ({
    value,
    start: Math.min(a, b),
    end: Math.max(a, b),
  })),
);

describe("graphemes", () => {
  it("[X3] knows the boundaries of the whole text at every place, whatever the characters", () => {
    fc.assert(
      fc.property(text, (value) => {
        const places = Array.from({ length: value.length + 1 }, (_, at) => at);
        expect(places.filter((at) => isGraphemeBoundary(value, at))).toEqual([...new Set(boundaries(value))]);
      }),
      { numRuns: 1500 },
    );
  });

  it("[X3] snaps outward to the nearest boundaries and no farther", () => {
    fc.assert(
      fc.property(textAndRange, ({ value, start, end }) => {
        const edges = boundaries(value);
        expect(snapToGraphemes(value, start, end)).toEqual({
          start: Math.max(...edges.filter((edge) => edge <= start)),
          end: Math.min(...edges.filter((edge) => edge >= end)),
        });
      }),
      { numRuns: 1500 },
    );
  });

  it("[X3] takes in the whole of a family emoji, a flag and an accented letter", () => {
    const line = "A 👩‍👩‍👧 in 🇫🇷 ate cafe\u0301";
    expect(snapToGraphemes(line, 4, 5)).toEqual({ start: 2, end: 10 });
    expect(snapToGraphemes(line, 16, 18)).toEqual({ start: 14, end: 18 });
    expect(snapToGraphemes(line, line.length - 1, line.length)).toEqual({ start: line.length - 2, end: line.length });
  });

  it.each([
    ["combining marks", `x e${"\u0301".repeat(9000)} y`, 5000, { start: 2, end: 9003 }],
    ["joined emoji", `x ${"👩\u200d".repeat(3000)}👩 y`, 5000, { start: 2, end: 9004 }],
  ])("[X3] keeps a run of %s together that is longer than the window", (_, value, at, expected) => {
    expect(snapToGraphemes(value, at, at + 1)).toEqual(expected);
  });

  it("[X3] pairs regional indicators from the start of their run, however far it is", () => {
    const odd = `x${"🇫".repeat(3001)}`;
    expect(snapToGraphemes(odd, 5003, 5004)).toEqual({ start: 5001, end: 5005 });
    expect(snapToGraphemes(`xx${odd}`, 5003, 5004)).toEqual({ start: 5003, end: 5007 });
  });

  it("[X3] answers inside a text of 600,000 characters without reading it all", () => {
    const long = "The call lasted 50 minutes, 👩‍👩‍👧 said. ".repeat(16_000);
    const at = long.indexOf("👩", 400_000);
    let answers = 0;
    // Ten thousand whole-text segmentations would take minutes and run into the test's time limit.
    for (let round = 0; round < 10_000; round += 1) {
      const { start, end } = snapToGraphemes(long, at + 1, at + 2);
      if (start === at && end === at + 8) answers += 1;
    }
    expect(answers).toBe(10_000);
  });

  it("throws on a range outside the text", () => {
    expect(() => snapToGraphemes("abc", -1, 2)).toThrow(RangeError);
    expect(() => snapToGraphemes("abc", 2, 1)).toThrow(RangeError);
    expect(() => snapToGraphemes("abc", 0, 4)).toThrow(RangeError);
    expect(() => trimRange("abc", 0.5, 2)).toThrow(RangeError);
  });
});

describe("trimRange", () => {
  it("drops the white space around a selection", () => {
    expect(trimRange("a  lasted 50\n\u00a0b", 1, 14)).toEqual({ start: 3, end: 12 });
  });

  it("leaves nothing of a selection of white space, nor of an empty one", () => {
    expect(trimRange("a \n b", 1, 4)).toBeNull();
    expect(trimRange("abc", 1, 1)).toBeNull();
  });

  it("[X3] keeps a space that carries an accent", () => {
    expect(trimRange("a \u0301b ", 1, 5)).toEqual({ start: 1, end: 4 });
  });
});
