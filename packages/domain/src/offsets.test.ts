import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePointToUtf16, utf16ToCodePoint } from "./offsets.ts";

/** Lone surrogates included. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
const text = fc.oneof(fc.string({ unit: "binary" }), anyText);

describe("offsets", () => {
  it("[X1] the two directions are exact inverses on every code-point boundary", () => {
    fc.assert(
      fc.property(text, (value) => {
        const points = [...value];
        let offset = 0;
        points.forEach((point, index) => {
          expect(utf16ToCodePoint(value, offset)).toBe(index);
          expect(codePointToUtf16(value, index)).toBe(offset);
          offset += point.length;
        });
        expect(utf16ToCodePoint(value, value.length)).toBe(points.length);
        expect(codePointToUtf16(value, points.length)).toBe(value.length);
      }),
    );
  });

  it("[X1] counts an emoji as one code point and two units", () => {
    expect(utf16ToCodePoint("a😀b", 3)).toBe(2);
    expect(codePointToUtf16("a😀b", 2)).toBe(3);
  });

  it.each([-1, 2, 5, 0.5, Number.NaN])("[X1] refuses the unit offset %d of “a😀b”", (offset) => {
    expect(() => utf16ToCodePoint("a😀b", offset)).toThrow(RangeError);
  });

  it.each([-1, 4, 0.5, Number.NaN])("[X1] refuses the code-point offset %d of “a😀b”", (offset) => {
    expect(() => codePointToUtf16("a😀b", offset)).toThrow(RangeError);
  });
});
