import { expect, it } from "vitest";
import { resolveQuote } from "./resolve-quote.ts";

it("[X1] counts in UTF-16 code units", () => {
  expect(resolveQuote("🎂 cake", "cake")).toEqual({ start: 3, end: 7 });
});

it("takes the occurrence that is named, overlapping ones included", () => {
  expect(resolveQuote("aaa", "aa", 2)).toEqual({ start: 1, end: 3 });
});

it("refuses words that are not there, not there that often, or not unique", () => {
  expect(() => resolveQuote("a b", "c")).toThrow(RangeError);
  expect(() => resolveQuote("a b a", "a", 3)).toThrow("occurs 2 times, not 3");
  expect(() => resolveQuote("a b a", "a")).toThrow("the script has to say which");
  expect(() => resolveQuote("a", "")).toThrow(RangeError);
});
