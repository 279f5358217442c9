import { describe, expect, it } from "vitest";
import { guessType, wordingFrom } from "./guess-type.ts";
import { closeSource, openSource, stillOpen } from "./open-sources.ts";
import { formatSpan, linkTo, parseSpan } from "./place.ts";
import { addTerm } from "./search-terms.ts";

describe("guessType", () => {
  it.each([
    ["The call lasted 50 minutes", "number"],
    ["It lasted ٥٠ minutes", "number"],
    ["He said “we will talk”", "quote"],
    ["She called it 'a start'", "quote"],
    ["The leader's office postponed the visit", "event"],
  ])("%s → %s", (text, type) => {
    expect(guessType(text)).toBe(type);
  });

  it("makes one line of a passage over two blocks", () => {
    expect(wordingFrom(" one\n\ntwo  three ")).toBe("one two three");
  });
});

describe("place", () => {
  it("reads what it writes", () => {
    expect(parseSpan(formatSpan({ start: 512, end: 596 }))).toEqual({ start: 512, end: 596 });
  });

  it.each([undefined, "", "5", "9-3", "4-4", "-1-4", "a-b", "1-2-3"])("refuses %s", (at) => {
    expect(parseSpan(at)).toBeNull();
  });

  it("leaves out what is not chosen", () => {
    expect(linkTo("http://desk", "c1", { claim: 5, source: 2, at: "1-9" })).toBe(
      "http://desk/c/c1?claim=5&source=2&at=1-9",
    );
    expect(linkTo("http://desk", "c1", {})).toBe("http://desk/c/c1");
  });
});

describe("open sources", () => {
  const all = ["a", "b", "c", "d", "e"];

  it("shows the first three unless something else was chosen", () => {
    expect(stillOpen(null, all)).toEqual(["a", "b", "c"]);
    expect(stillOpen(["e", "gone", "e"], all)).toEqual(["e"]);
    expect(stillOpen(["gone"], all)).toEqual(["a", "b", "c"]);
  });

  it("opens in order of import and never a fifth", () => {
    expect(openSource(["a", "c"], "b", all)).toEqual(["a", "b", "c"]);
    expect(openSource(["a", "b", "c", "d"], "e", all)).toEqual(["a", "b", "c", "e"]);
    expect(openSource(["a", "b", "c", "d"], "e", all, 4, "b")).toEqual(["a", "e", "c", "d"]);
    expect(openSource(["a", "b"], "b", all)).toEqual(["a", "b"]);
  });

  it("keeps the last one open", () => {
    expect(closeSource(["a", "b"], "a")).toEqual(["b"]);
    expect(closeSource(["b"], "b")).toEqual(["b"]);
  });
});

describe("search terms", () => {
  it("are remembered once each, in the order tried", () => {
    expect(addTerm(addTerm(addTerm([], "rudder"), " helm "), "Rudder")).toEqual(["rudder", "helm"]);
    expect(addTerm(["a"], "  ")).toEqual(["a"]);
  });
});
