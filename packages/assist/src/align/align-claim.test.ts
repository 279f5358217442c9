import { describe, expect, it } from "vitest";
import { loadVectors } from "../vectors/load-vectors.ts";
import { alignClaim } from "./align-claim.ts";
import { CaseIndex } from "./case-index.ts";
import { rivalsOf } from "./crowd.ts";
import { stem, wordsOf } from "./words.ts";

const HARBOUR = `The harbour office closed the north pier on Monday. Divers had found a crack in a pile.

The repair will cost 40,000 crowns. Fishing boats may use the south pier until the work is done. Was anybody hurt? Nobody was.`;
const GAZETTE = `Gulls have taken over the bandstand. The council wants nets.

The mayor of Ostrava, Řehoř Novák, opened the new library.`;

describe("alignment", () => {
  const sources = [
    { id: "harbour", text: HARBOUR, published: "2026-03-03" },
    { id: "gazette", text: GAZETTE, published: "2026-03-03" },
  ];
  const index = new CaseIndex(sources, loadVectors());
  const first = (text: string, source: number) => alignClaim(index, { id: "c", text })[source]?.[0];

  it("finds the sentence by other words for the same thing", () => {
    expect(first("Mending the pier costs 40,000 crowns.", 0)?.exact).toBe("The repair will cost 40,000 crowns.");
  });

  it("shows a label, which names a thing and says nothing of it, after what says something", () => {
    const labelled = new CaseIndex([{ id: "l", text: "North pier\n\nThe office shut it for the winter." }], loadVectors());
    expect(alignClaim(labelled, { id: "c", text: "The north pier was closed." })[0]?.[0]?.exact).toBe("The office shut it for the winter.");
  });

  it("finds a name whatever its accents", () => {
    expect(first("Rehor Novak opened a library.", 1)?.exact).toContain("Řehoř Novák");
  });

  it("takes every passage to have a rival while a case has few claims", () => {
    const claim = { id: "c", text: "The pier will cost 40,000 crowns." };
    const passages = index.passages.map((passage) => passage.index);
    for (const rival of passages.map(rivalsOf(index, claim).best)) expect(rival).toBeGreaterThan(0.3);
    const crowded = Array.from({ length: 12 }, (_, at) => ({ id: `k${at}`, text: `Tower ${at} leans to the west.` }));
    expect(Math.min(...passages.map(rivalsOf(new CaseIndex(sources, loadVectors(), crowded), claim).best))).toBeLessThan(0.3);
  });

  it("shows at most three passages, each and each matched word exactly where it says", () => {
    for (const [at, found] of alignClaim(index, { id: "c", text: "Divers found a crack in the north pier." }).entries()) {
      expect(found.length).toBeLessThanOrEqual(3);
      for (const { start, end, exact, matched } of found) {
        expect(sources[at]?.text.slice(start, end)).toBe(exact);
        for (const word of matched) expect(sources[at]?.text.slice(word.start, word.end)).toBe(word.exact);
      }
    }
  });

  it("takes an empty source and a claim of stop words", () => {
    const empty = new CaseIndex([{ id: "e", text: "" }], loadVectors());
    expect(alignClaim(empty, { id: "c", text: "It was." })).toEqual([[]]);
  });
});

describe("words", () => {
  it("reads numbers in words and figures as one", () => {
    expect(wordsOf("thirty-one").map(({ term }) => term)).toEqual(wordsOf("31").map(({ term }) => term));
    expect(wordsOf("1,500").map(({ term }) => term)).toEqual(wordsOf("1500").map(({ term }) => term));
  });

  it.each([
    ["carriages", "carriage"],
    ["stopped", "stop"],
    ["bodies", "body"],
  ])("gives %s and %s one stem", (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });
});
