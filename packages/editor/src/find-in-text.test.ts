import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findInText, MAX_HITS, PLAIN_FIND, type FindOptions } from "./find-in-text.ts";

const BLOCKS = /[^\n]+/gu;

function found(text: string, query: string, options: Partial<FindOptions> = {}): string[] {
  const blocks = [...text.matchAll(BLOCKS)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
  const answer = findInText(text, query, { ...PLAIN_FIND, ...options }, blocks);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.ranges.map(({ start, end }) => text.slice(start, end));
}

const regex = { regex: true };

describe("find with what is told apart", () => {
  it("tells capitals apart when asked to", () => {
    expect(found("Mark my mark, MARK", "mark", { matchCase: true })).toEqual(["mark"]);
    expect(found("Mark my mark, MARK", "M[a-z]+", { ...regex, matchCase: true })).toEqual(["Mark"]);
    expect(found("Mark my mark, MARK", "mark", regex)).toEqual(["Mark", "mark", "MARK"]);
  });

  it("tells accents apart when asked to, composed or not", () => {
    expect(found("resume, résumé, re\u0301sume\u0301", "résumé", { matchAccents: true })).toEqual([
      "résumé",
      "re\u0301sume\u0301",
    ]);
    expect(found("resume, résumé", "résumé")).toEqual(["resume", "résumé"]);
    expect(found("resume, résumé", "r[eé]s", { ...regex, matchAccents: true })).toEqual(["res", "rés"]);
    expect(found("resume, résumé", "rés\\w+", regex)).toEqual(["resume", "résumé"]);
  });

  it("finds whole words", () => {
    expect(found("ship, shipping, the ship’s ship_2 ship", "ship", { wholeWord: true })).toEqual(["ship", "ship", "ship"]);
    expect(found("naïve naïveté", "naïve", { wholeWord: true })).toEqual(["naïve"]);
    expect(found("a ab abc", "a|ab", { ...regex, wholeWord: true })).toEqual(["a", "ab"]);
    expect(found("($5) $50", "$5", { wholeWord: true })).toEqual(["$5"]);
  });
});

describe("find by pattern", () => {
  it("keeps to one paragraph, whose ends are ^ and $", () => {
    const text = "At 7.12 p.m. it struck.\nAt 9.25\np.m. they left.";
    expect(found(text, "^At \\d+\\.\\d\\d", regex)).toEqual(["At 7.12", "At 9.25"]);
    expect(found(text, "left\\.$", regex)).toEqual(["left."]);
    expect(found(text, "struck.*left", regex)).toEqual([]);
  });

  it("takes a run of white space for a space, and goes on after matches of nothing", () => {
    expect(found("two   hours", "two hours", regex)).toEqual(["two   hours"]);
    expect(found("aab👩ab", "a*", regex)).toEqual(["aa", "a"]);
  });

  it("[X3] never splits a grapheme cluster", () => {
    expect(found("the 👩‍👩‍👧 family", "👩", regex)).toEqual([]);
    expect(found("the 👩‍👩‍👧 family", "\\p{Emoji}.*👧", regex)).toEqual(["👩‍👩‍👧"]);
  });

  it("stops at more hits than anybody looks at, and says so", () => {
    const answer = findInText("a ".repeat(MAX_HITS + 5), "a", { ...PLAIN_FIND, regex: true });
    expect(answer).toMatchObject({ ok: true, isCut: true });
    expect(answer.ok && answer.ranges.length).toBe(MAX_HITS);
  });

  it.each([
    ["(a", /bracket \( is not closed/],
    ["a)", /bracket \) closes nothing/],
    ["a)|(b", /bracket \) closes nothing/],
    ["[a", /bracket \[ is not closed/],
    ["*a", /nothing before/],
    ["a{", /brace/],
    ["a{3,1}", /smaller number/],
    ["[z-a]", /earlier letter/],
    ["a\\", /ends in/],
    ["\\j", /has no meaning/],
    ["\\p{Nothing}", /kind of letter/],
    ["(?<a", /named group/],
    ["x".repeat(501), /at most 500/],
  ])("refuses %s in words", (pattern, reason) => {
    for (const wholeWord of [false, true]) {
      const answer = findInText("some text", pattern, { ...PLAIN_FIND, regex: true, wholeWord });
      expect(answer.ok ? "taken" : answer.reason).toMatch(reason);
    }
  });

  it("finds, as a pattern of plain letters, what it finds as words", () => {
    const letters = fc.constantFrom("a", "A", "é", "e\u0301", "ß", " ", "👩‍👧", "б", "“", "7");
    fc.assert(
      fc.property(fc.array(letters), fc.array(letters, { minLength: 1, maxLength: 3 }), (source, wanted) => {
        const query = wanted.join("").trim();
        fc.pre(query !== "" && !/ß/u.test(source.join("") + query));
        expect(found(source.join(""), query, regex)).toEqual(found(source.join(""), query));
      }),
    );
  });
});
