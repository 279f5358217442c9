import { codePointToUtf16, utf16ToCodePoint } from "@assay/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePointIndex } from "./code-point-index.ts";

describe("an index of code points", () => {
  it("[X1] says what the domain's functions say, both ways, at every offset of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const index = codePointIndex(text);
        expect(index.length).toBe([...text].length);
        for (let offset = 0; offset <= text.length; offset += 1) {
          const splits = offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
          if (splits) expect(() => index.toCodePoint(offset)).toThrow(RangeError);
          else expect(index.toCodePoint(offset)).toBe(utf16ToCodePoint(text, offset));
        }
        for (let point = 0; point <= index.length; point += 1) {
          expect(index.toUtf16(point)).toBe(codePointToUtf16(text, point));
        }
      }),
    );
  });

  it.each([-1, 0.5, 4, Number.NaN])("refuses %s in a text of three units", (offset) => {
    expect(() => codePointIndex("a🛟").toCodePoint(offset)).toThrow(RangeError);
    expect(() => codePointIndex("a🛟").toUtf16(offset)).toThrow(RangeError);
  });
});
