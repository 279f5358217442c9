import { describe, expect, it } from "vitest";
import { independenceOf } from "./independence-of.ts";

const WIRE =
  "The harbour wall at Lowmouth gave way on Tuesday night after three days of heavy rain, and the water reached the fish market before the gates could be closed. " +
  "Nobody was hurt. The county engineer had asked for repairs in March, and the council put them off until the budget for the next year was settled. " +
  "Two hundred people spent the night in the school on Mill Street, where the fire brigade had brought blankets and hot soup.";
const REWRITTEN = WIRE.replace("on Tuesday night", "late on Tuesday").replace("Nobody was hurt. ", "").replace("Two hundred", "About 200");
const OWN =
  "When the sea came over the wall, Ada Quill was gutting herring. She says she heard the stones go. The town had been warned, she adds, and shows the letter. " +
  "By midnight her stall stood in a metre of water; the council meets again on Friday, and this time people will come to listen.";

const QUOTE = "“We asked for the repairs in March and we were told that there was no money for them until the spring of next year,” said Ada Quill.";

describe("independenceOf", () => {
  it("puts a rewritten copy with its text, and shows what they share", () => {
    const { groups, shared } = independenceOf([
      { id: "wire", text: WIRE },
      { id: "own", text: OWN },
      { id: "copy", text: `LOWMOUTH (Wire) - ${REWRITTEN}` },
    ]);
    expect(groups).toEqual([["wire", "copy"], ["own"]]);
    expect(shared.length).toBeGreaterThan(0);
    for (const { a, b, overlap } of shared) {
      expect(WIRE.slice(a.start, a.end)).toBe(a.exact);
      expect(`LOWMOUTH (Wire) - ${REWRITTEN}`.slice(b.start, b.end)).toBe(b.exact);
      expect([a.source, b.source]).toEqual(["wire", "copy"]);
      expect(overlap).toBeGreaterThan(0.5);
    }
    expect(shared.some(({ a }) => a.exact.includes("put them off until the budget"))).toBe(true);
  });

  it("does not take the same speech, quoted twice, for a copy", () => {
    const one = `The mayor would not be drawn. ${QUOTE} She then left by the back door.`;
    const other = `It was a long evening at the town hall of Lowmouth. ${QUOTE} Rain fell.`;
    expect(independenceOf([{ id: "a", text: one }, { id: "b", text: other }]).groups).toEqual([["a"], ["b"]]);
  });

  it("joins copies of copies, and gives every source a group, also an empty one", () => {
    const third = `${REWRITTEN} Work on a new wall begins in June, the county says.`;
    const sources = [WIRE, "", OWN, REWRITTEN, third, "42"].map((text, index) => ({ id: `s${index}`, text }));
    expect(independenceOf(sources).groups).toEqual([["s0", "s3", "s4"], ["s1"], ["s2"], ["s5"]]);
  });

  it("stops when it is told to", () => {
    const stop = new AbortController();
    stop.abort();
    expect(() => independenceOf([{ id: "a", text: WIRE }, { id: "b", text: WIRE }], stop.signal)).toThrow();
  });
});
