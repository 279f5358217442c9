import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readText } from "./read-text.ts";
import type { ReadText, Sentence } from "./read-text.ts";

const sentences = (text: string) => readText(text).sentences.map(({ start, end }) => text.slice(start, end));

function only(text: string): Sentence {
  const read = readText(text).sentences;
  expect(read.map(({ start, end }) => text.slice(start, end))).toEqual([text]);
  return read[0] as Sentence;
}

function clauses(text: string): [kind: string, words: string, subject: string][] {
  return only(text).clauses.map(({ kind, parts, subject }) => [
    kind,
    parts.map(({ start, end }) => text.slice(start, end)).join(" … "),
    subject === null ? "" : text.slice(subject.start, subject.end),
  ]);
}

/** Spans that go forward, cover every visible character and hold what they say. */
function expectWhole({ text, sentences: read }: ReadText): void {
  let cursor = 0;
  for (const sentence of read) {
    expect(sentence.start).toBeGreaterThanOrEqual(cursor);
    expect(text.slice(cursor, sentence.start).trim()).toBe("");
    expect(sentence.end).toBeGreaterThan(sentence.start);
    let word = sentence.start;
    for (const { start, end } of sentence.words) {
      expect(text.slice(word, start).trim()).toBe("");
      expect(end).toBeGreaterThan(start);
      word = end;
    }
    expect(text.slice(word, sentence.end).trim()).toBe("");
    const parts = sentence.clauses.flatMap((clause) => clause.parts).toSorted((a, b) => a.start - b.start);
    let part = sentence.start;
    for (const { start, end } of parts) {
      expect(start).toBeGreaterThanOrEqual(part);
      expect(text.slice(part, start).trim()).toBe("");
      expect(end).toBeLessThanOrEqual(sentence.end);
      part = end;
    }
    expect(text.slice(part, sentence.end).trim()).toBe("");
    cursor = sentence.end;
  }
  expect(text.slice(cursor).trim()).toBe("");
}

const PIECES = fc.constantFrom(
  "The minister, who left at 9 a.m., said ", "“It is over,” ", "she told the U.S. Senate. ", "and ", ", which fell, ", "\n\n",
  "\n", "Dr. Voss: ", "ANNA VOSS: ", "- first item\n", "because the vote was lost ", "3.5% ", "é́ ", "👩‍👩‍👧 ", "\u{1F1E8}\u{1F1ED}", "\u200f", "\uFEFF",
  "كتب ", "日本。", "; ", "— ", "(", "...", "\u2028", "\t", "\u00a0", "'s ", "—", "\ud800",
);

describe("readText", { timeout: 120_000 }, () => {
  it("covers the whole text with spans that never drift", () => {
    const any = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.array(PIECES, { maxLength: 40 }).map((pieces) => pieces.join("")),
    );
    fc.assert(fc.property(any, (text) => expectWhole(readText(text))), { numRuns: 150, seed: 20_261_121 });
  });

  it("reads on over abbreviations, initials and numbered things", () => {
    for (const text of [
      "The U.S. President met Gov. Ada J. Quill at 9 a.m. on Tuesday.",
      "Press release No. 7 was sent on Sept. 4 by Dr. Ines Varga.",
      "Shares of Harrow Inc. fell 3.5 percent, to $4.20, the U.N. agency said.",
    ]) {
      expect(sentences(text)).toEqual([text]);
    }
  });

  it("ends a sentence at an abbreviation before a word that opens one", () => {
    expect(sentences("They flew to the U.S. The talks begin today.")).toHaveLength(2);
    expect(sentences("She works for Harrow Inc. It makes bolts.")).toHaveLength(2);
    expect(sentences("Would he go? He said no. Then he left.")).toHaveLength(3);
  });

  it("keeps a question or an exclamation with the words that name its speaker", () => {
    expect(sentences("“Who paid for it?” asked the mayor. Nobody knew.")).toEqual(["“Who paid for it?” asked the mayor.", "Nobody knew."]);
    expect(sentences("“Who paid for it?” Ada Quill asked.")).toHaveLength(1);
  });

  it("knows headings, items and speakers' turns", () => {
    const text = "Council rejects the plan\n\nThe vote was close.\n\n- six in favour\n- seven against\n";
    expect(readText(text).sentences.map((s) => s.kind)).toEqual(["heading", "sentence", "item", "item"]);
    const talk = "ADA QUILL (HOST): Is it true?\nBEN ORR: It is. We lost.\nADA QUILL: Thank you.";
    const { sentences: turns } = readText(talk);
    expect(turns.map((s) => s.kind)).toEqual(["speaker", "sentence", "speaker", "sentence", "sentence", "speaker", "sentence"]);
    expect(turns.map((s) => (s.speaker === null ? "" : talk.slice(s.speaker.start, s.speaker.end)))).toEqual([
      ...Array<string>(2).fill("ADA QUILL (HOST)"),
      ...Array<string>(3).fill("BEN ORR"),
      ...Array<string>(2).fill("ADA QUILL"),
    ]);
    const headed = "WHAT WE KNOW:\n\nThe pier burned down.\n\nSMOKE OVER THE HARBOUR:\n\nNobody was on it.\n\nBACKGROUND:\n\nIt was old.\n";
    expect(readText(headed).sentences.map((s) => s.kind)).toEqual(["heading", "sentence", "heading", "sentence", "heading", "sentence"]);
    expect(readText(headed).sentences.every((s) => s.speaker === null)).toBe(true);
    expect(readText("Weather: rain\nTravel: slow\n").sentences.every((s) => s.speaker === null)).toBe(true);
  });

  it("joins lines that were wrapped to a width", () => {
    const text = "The council met for seven hours on Tuesday and did not\nreach a decision on the harbour wall before midnight,\nwhich surprised nobody.";
    expect(sentences(text)).toEqual([text]);
  });

  it("cuts reported words from those who report them", () => {
    expect(clauses("The bank, which lends to farmers, said that prices would fall.")).toEqual([
      ["main", "The bank, … said", "The bank"],
      ["relative", "which lends to farmers,", "The bank"],
      ["reported", "that prices would fall.", "prices"],
    ]);
    expect(clauses("Two ships collided, the coastguard said.")).toEqual([
      ["main", "Two ships collided,", "Two ships"],
      ["attribution", "the coastguard said.", "the coastguard"],
    ]);
  });

  it("cuts joined predicates and gives each the subject that it leaves out", () => {
    expect(clauses("The council raised the toll and closed the bridge.")).toEqual([
      ["main", "The council raised the toll", "The council"],
      ["predicate", "and closed the bridge.", "The council"],
    ]);
    expect(clauses("LOWMOUTH, May 4 (Wire) - The port shut after a crane fell, and reopened at noon.")).toEqual([
      ["main", "LOWMOUTH, May 4 (Wire) - The port shut", "The port"],
      ["subordinate", "after a crane fell,", "a crane"],
      ["predicate", "and reopened at noon.", "The port"],
    ]);
  });

  it("names the language, and still segments those that it does not know", () => {
    const german = "Der Rat hat die Maut erhöht und die Brücke nicht geschlossen. Die Fähre ist mit dem Boot aus dem Hafen gekommen.";
    expect(readText(german)).toMatchObject({ language: { language: "de", handled: false }, sentences: { length: 2 } });
    expect(readText("市議会は橋を閉鎖した。料金は上がらない。")).toMatchObject({ language: { language: "ja", handled: false }, sentences: { length: 2 } });
    expect(readText("THE COUNCIL HAS CLOSED THE BRIDGE. THE TOLL IS NOT RAISED.").language.language).toBe("en");
    expect(readText("12 34 56\n78 90 12\n").language).toEqual({ language: "und", handled: false });
    expect(readText("Le pont est fermé.", { language: "fr-CH" }).language).toEqual({ language: "fr-ch", handled: false });
  });

  it("reads one sentence of 20,000 words without growing faster than the sentence", () => {
    const text = `The ferry ${"left the quay and passed the light, which was dark, while others who waited said that it came back ".repeat(1000)}.`;
    const read = readText(text);
    expectWhole(read);
    expect(read.sentences).toHaveLength(1);
    expect(read.sentences[0]?.clauses.length).toBeGreaterThan(1000);
  });

  it("has nothing to say about an empty text", () => {
    for (const text of ["", "  \n\n\t ", "\uFEFF"]) expectWhole(readText(text));
    expect(readText(" \n").sentences).toEqual([]);
  });
});
