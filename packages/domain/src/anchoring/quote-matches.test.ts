import { describe, expect, it } from "vitest";
import { quoteMatches } from "./quote-matches.ts";

const TEXT = "The  Call lasted 3.5 hours.\nHe's calling: the call was short, the call was loud.\nEnd";

function found(exact: string, prefix?: string, suffix?: string): string[] {
  return [...quoteMatches(TEXT, { exact, prefix, suffix })].map(({ start, end }) => `${start}:${TEXT.slice(start, end)}`);
}

describe("quoteMatches", () => {
  it("finds whole words whatever the capitals and the width of spaces", () => {
    expect(found("the call")).toEqual(["0:The  Call", "42:the call", "62:the call"]);
    expect(found("he's")).toEqual(["28:He's"]);
    expect([found("he"), found("all"), found("3"), found("5")]).toEqual([[], [], [], []]);
  });

  it("wants prefix and suffix right beside the words, though they may be in the next block", () => {
    expect(found("call", "the", "was loud")).toEqual(["66:call"]);
    expect(found("End", "was loud.")).toEqual(["81:End"]);
    expect(found("call", "short")).toEqual([]);
  });

  it("lets a word be cut between words and suffix, not at the outer ends", () => {
    expect(found("las", undefined, "ted")).toEqual(["10:las"]);
    expect(found("las", undefined, "te")).toEqual([]);
    expect(found("sted", "a")).toEqual([]);
  });

  it("does not go over a line feed, and finds nothing for nothing", () => {
    expect(found("hours. He's")).toEqual([]);
    expect(found("")).toEqual([]);
  });
});
