import { describe, expect, it } from "vitest";
import { quoted, withinQuotes } from "./quoted.ts";

describe("words between quotation marks", () => {
  it("sets marks around plain words", () => {
    expect(quoted("two hours")).toBe("“two hours”");
  });

  it.each([
    ["“We will leave tomorrow,”", "We will leave tomorrow,"],
    ['"We will leave tomorrow"', "We will leave tomorrow"],
    ["«Nous partons»", "Nous partons"],
    ["“We will leave", "We will leave"],
    ["he knows very well,”", "he knows very well,"],
  ])("does not double the marks of %s", (words, shown) => {
    expect(withinQuotes(words)).toBe(shown);
  });

  it.each([
    ["“We will leave,” she said", "‘We will leave,’ she said"],
    ["she said: “We will leave.”", "she said: ‘We will leave.’"],
    ["“We will leave,” she said, “at noon.”", "‘We will leave,’ she said, ‘at noon.’"],
    ['the "final" offer', "the ‘final’ offer"],
    ["the 6\" pipe’s end", "the 6\" pipe’s end"],
    ['"We leave in 2030"', "We leave in 2030"],
  ])("tells a quotation within by single marks: %s", (words, shown) => {
    expect(withinQuotes(words)).toBe(shown);
  });

  it("bears marks alone and nothing", () => {
    expect([quoted(""), quoted('"'), quoted("“”")]).toEqual(["“”", "“”", "“”"]);
  });
});
