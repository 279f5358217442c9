import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchText } from "./search-text.ts";

const found = (text: string, query: string): string[] =>
  searchText(text, query).map(({ start, end }) => text.slice(start, end));

describe("search in a source", () => {
  it("finds whatever the case and the accents, composed or not", () => {
    expect(found("Café, cafe\u0301 and CAFE.", "café")).toEqual(["Café", "cafe\u0301", "CAFE"]);
    expect(found("Straße und STRASSE", "strasse")).toEqual(["Straße", "STRASSE"]);
    expect(found("Ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ")).toEqual(["Ὀδυσσεύς"]);
    expect(found("İstanbul", "istanbul")).toEqual(["İstanbul"]);
  });

  it("finds across line breaks and typographic signs", () => {
    expect(found("She didn’t\n  say “yes”.", "didn't say \"yes\"")).toEqual(["didn’t\n  say “yes”"]);
    expect(found("a co\u00adoperation", "cooperation")).toEqual(["co\u00adoperation"]);
  });

  it("takes the query literally", () => {
    expect(found("cost (a.b) $5 a+b", "(a.b) $5")).toEqual(["(a.b) $5"]);
    expect(found("aaaa", "aa")).toEqual(["aa", "aa"]);
    expect(found("anything", "   ")).toEqual([]);
    expect(found("", "x")).toEqual([]);
  });

  it("[X3] never splits a grapheme cluster", () => {
    expect(found("the 👩‍👩‍👧 family", "👩")).toEqual([]);
    expect(found("the 👩‍👩‍👧 family", "👩‍👩‍👧")).toEqual(["👩‍👩‍👧"]);
    expect(found("flags 🇫🇷🇩🇪", "🇷🇩")).toEqual([]);
    expect(found("각", "가")).toEqual([]);
    expect(found("ß", "s")).toEqual([]);
  });

  it("[X1] gives offsets of the text itself, in order and without overlap", () => {
    const letters = fc.constantFrom("a", "A", "é", "e\u0301", "ß", " ", "\n", "👩‍👧", "б", "“", "ﬁ");
    fc.assert(
      fc.property(fc.array(letters), fc.array(letters, { minLength: 1, maxLength: 3 }), (source, wanted) => {
        const text = source.join("");
        const query = wanted.join("");
        const ranges = searchText(text, query);
        let last = 0;
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(searchText(text.slice(start, end), query)).toEqual([{ start: 0, end: end - start }]);
          last = end;
        }
        if (query.trim() !== "" && text.includes(query.trim()) && !text.includes("\u0301")) {
          expect(ranges.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
