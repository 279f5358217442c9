import { describe, expect, it } from "vitest";
import { readText } from "../segment/read-text.ts";
import { attributionsOf } from "./attributions.ts";
import { hearText, isAttributed } from "./is-attributed.ts";

function who(text: string): [speaker: string | undefined, cue: string, content: string, direct: boolean][] {
  const found = attributionsOf(readText(text));
  for (const { speaker, cue, content } of found) {
    for (const span of [speaker, cue, content]) if (span !== null) expect(text.slice(span.start, span.end)).toBe(span.exact);
  }
  return found.map(({ speaker, cue, content, direct }) => [speaker?.exact, cue.exact, content.exact, direct]);
}

describe("attributionsOf", () => {
  it("finds the speaker of a quotation before it, after it and turned round", () => {
    expect(who("Ada Quill said: “The gates were closed too late.”")).toEqual([["Ada Quill", "said", "The gates were closed too late.", true]]);
    expect(who("“The gates were closed too late,” the harbour master told the council.")).toEqual([
      ["the harbour master", "told", "The gates were closed too late,", true],
    ]);
    expect(who("“The gates were closed too late,” said Ben Orr, who was there.")).toEqual([
      ["Ben Orr", "said", "The gates were closed too late,", true],
    ]);
  });

  it("gives the second half of a quotation to the speaker of the first", () => {
    const found = who("“We were warned in March,” said Mara Lind. “Nobody did a thing about it.”");
    expect(found.map(([speaker]) => speaker)).toEqual(["Mara Lind", "Mara Lind"]);
  });

  it("reads straight marks, doubled apostrophes and a signature", () => {
    expect(who('"It was not the sea alone," Hugh Marsh wrote.')[0]?.[0]).toBe("Hugh Marsh");
    expect(who("''It was not the sea alone,'' Hugh Marsh wrote.")[0]?.[0]).toBe("Hugh Marsh");
    expect(who("“It was not the sea alone.” ― Hugh Marsh")[0]?.[0]).toBe("Hugh Marsh");
  });

  it("finds what is told without marks", () => {
    expect(who("The engineer said that the wall had moved.")).toEqual([["The engineer", "said", "that the wall had moved.", false]]);
    expect(who("The wall had moved, the engineer said.")).toEqual([["the engineer", "said", "The wall had moved", false]]);
    expect(who("According to the survey, the wall had moved.")).toEqual([["the survey", "According to", "the wall had moved.", false]]);
    expect(who("The wall was reportedly cracked for months.")[0]?.slice(0, 2)).toEqual([undefined, "reportedly"]);
  });

  it("takes a title in marks for no speech", () => {
    expect(who("The gallery bought “Lake at Dusk” in May.")).toEqual([]);
  });
});

describe("isAttributed", () => {
  const told = (text: string, words: string) => {
    const start = text.indexOf(words);
    return isAttributed(hearText(readText(text)), { start, end: start + words.length });
  };

  it("[S4] holds for what stands in the reach of an attribution, and for nothing else in the text", () => {
    const text = "Two walls fell on Tuesday. The mayor said that nobody was hurt.";
    expect(told(text, "Two walls fell")).toBe(false);
    expect(told(text, "nobody was hurt")).toBe(true);
  });

  it("[S4] tells a guest of a transcript from the outlet's own people", () => {
    const text = "ADA QUILL (PRESENTER): The wall fell on Tuesday.\nBEN ORR (MAYOR): We will build it again.\nADA QUILL: It fell at noon.";
    expect(told(text, "The wall fell")).toBe(false);
    expect(told(text, "We will build it again")).toBe(true);
    expect(told(text, "It fell at noon")).toBe(false);
  });

  it("[S4] takes the issuer of a release for its own voice", () => {
    const text =
      "HARBOUR BOARD OF LOWMOUTH\nPress release\n\nThe Harbour Board confirms that the wall fell on Tuesday. Police said that nobody was hurt.\n";
    expect(told(text, "the wall fell")).toBe(false);
    expect(told(text, "nobody was hurt")).toBe(true);
  });
});
