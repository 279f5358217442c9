import { describe, expect, it } from "vitest";
import { buildSnapshot } from "../snapshot/build-snapshot.ts";
import { ferryInput, ferryTexts, ferryView } from "../testing/ferry-case.ts";
import { renderHypothesis } from "./hypothesis.ts";

interface Row {
  uri: string;
  text: string;
  tags: string[];
  target: { source: string; selector?: { type: string; start?: number; end?: number; exact?: string }[] }[];
}

const rowsOf = (more: Parameters<typeof ferryInput>[0] = {}) =>
  (JSON.parse(renderHypothesis(buildSnapshot(ferryInput(more)))) as { total: number; rows: Row[] }).rows;

describe("the Hypothesis-style export", () => {
  it("has one row a passage, whose place in UTF-16 units holds its words", () => {
    const passages = rowsOf().flatMap(({ target }) => target[0]?.selector ?? []);
    const places = passages.filter(({ type }) => type === "TextPositionSelector");
    const quotes = passages.filter(({ type }) => type === "TextQuoteSelector");
    expect(quotes.length).toBe(6);
    for (const [index, { start, end }] of places.entries()) {
      const found = ferryTexts().some(({ text }) => text.slice(start, end) === quotes[index]?.exact);
      expect(found, quotes[index]?.exact).toBe(true);
    }
  });

  it("makes a page note of a silence, with the terms that were tried", () => {
    const notes = rowsOf().filter(({ target }) => target[0]?.selector === undefined);
    expect(notes.map(({ tags }) => tags[1])).toEqual(["missing", "missing", "missing"]);
    expect(notes[0]?.text).toContain("Searched for: wheel, steering.");
  });

  it("points to the source's address, and to its name among IRIs where it has none", () => {
    expect(new Set(rowsOf().map(({ uri }) => uri))).toEqual(
      new Set(["https://courier.example/ferry?a=1&b=2", "urn:x-assay:source-2", "urn:x-assay:source-3"]),
    );
  });

  it("shows markup in a claim as words", () => {
    const view = ferryView();
    view.claims = view.claims.map((claim) => ({ ...claim, text: "# <b>loud</b> ![x](http://a.example)" }));
    for (const { text } of rowsOf({ view })) expect(text).not.toMatch(/<b>|!\[x\]\(/u);
  });
});
