import { describe, expect, it } from "vitest";
import type { Anchor } from "./anchor.ts";
import { makeAnchor } from "./make-anchor.ts";
import { mapAnchors } from "./map-anchors.ts";

const OLD =
  "The harbour office published its log on Monday.\n\n" +
  "The call lasted 50 minutes, the palace said in a statement. Officials in Oldmere did not confirm it. " +
  "Envoy Brandt met the crew before the ferry sailed.\n\n" +
  "Two days later the ministry spoke of a plan to exchange prisoners, and gave no date for it. " +
  "The mayor thanked the pilots for their patience during the storm.\n\n" +
  "A spokesman repeated that no decision had been taken on the northern route.";

function quote(words: string, text = OLD): Anchor {
  const start = text.indexOf(words);
  return makeAnchor(text, start, start + words.length);
}

function mapOne(newText: string, words: string, oldText = OLD) {
  const [result] = mapAnchors(oldText, newText, [quote(words, oldText)]);
  if (!result) throw new Error("no result");
  return result;
}

describe("mapAnchors", () => {
  it("[X4] an unchanged text leaves every anchor exact, in order and with its id", () => {
    const anchors = ["50 minutes", "Envoy Brandt", "northern route."].map((words, i) => ({ ...quote(words), id: `a${i}` }));
    const results = mapAnchors(OLD, `${OLD}`, anchors);
    expect(results.map(({ id, anchor }) => ({ ...anchor, id }))).toEqual(anchors);
    expect(results.every(({ score }) => score === 1)).toBe(true);
  });

  it("[X4] exact before a change, moved after it, with new surroundings", () => {
    const fresh = OLD.replace("Officials in Oldmere", "On Tuesday, officials in Oldmere");
    expect(mapOne(fresh, "log on Monday").anchor).toEqual(quote("log on Monday"));
    const { anchor, score } = mapOne(fresh, "northern route");
    expect(anchor).toEqual({ ...quote("northern route", fresh), state: "moved" });
    expect(score).toBe(1);
  });

  it.each([
    ["a number", "The call lasted 50 minutes", "50", "55", ["words changed: '50' → '55'", "a number changed"]],
    ["a number word", "spoke of a plan", "Two days", "Three days", null],
    ["a negation", "Officials in Oldmere did not confirm it", "did not", "did", ["words removed: 'not'", "a negation changed"]],
    ["a name", "Envoy Brandt met the crew", "Brandt", "Lindqvist", ["words changed: 'Brandt' → 'Lindqvist'", "a name changed"]],
    ["another word", "thanked the pilots", "thanked", "blamed", ["words changed: 'thanked' → 'blamed'"]],
  ])("[X4] words changed inside a passage are said: %s", (_, words, from, to, reasons) => {
    const { anchor, reasons: given } = mapOne(OLD.replace(from, to), words);
    if (reasons) {
      expect(anchor.state).toBe("fuzzy");
      expect(anchor.exact).toBe(words.replace(from, to).trim());
      expect(given).toEqual(expect.arrayContaining(reasons));
    } else {
      expect(anchor).toMatchObject({ state: "moved", exact: words });
    }
  });

  it("[X4] never takes a number for a longer one", () => {
    const { anchor, reasons } = mapOne(OLD.replace("50", "500"), "lasted 50");
    expect(anchor).toMatchObject({ state: "fuzzy", exact: "lasted 500" });
    expect(reasons).toContain("words changed: '50' → '500'");
    expect(mapOne(OLD.replace("50 minutes", "50.5 minutes"), "lasted 50").anchor.exact).toBe("lasted 50.5");
  });

  it("[X4] follows a sentence, and a part of one, to where it was moved", () => {
    const sentence = "The mayor thanked the pilots for their patience during the storm.";
    const fresh = `${sentence} ${OLD.replace(` ${sentence}`, "")}`;
    expect(mapOne(fresh, sentence).anchor).toEqual({ ...quote(sentence, fresh), state: "moved" });
    const part = mapOne(fresh, "for their patience");
    expect(part.anchor).toMatchObject({ state: "moved", start: fresh.indexOf("for their patience") });
    expect(part.reasons).toContain("the passage was moved");
  });

  it("[X4] a deleted passage is orphaned and keeps its old offsets and words", () => {
    const anchor = quote("Officials in Oldmere did not confirm it");
    const fresh = OLD.replace("Officials in Oldmere did not confirm it. ", "");
    expect(mapOne(fresh, anchor.exact)).toMatchObject({ anchor: { ...anchor, state: "orphaned" } });
    expect(mapOne("", anchor.exact)).toEqual({
      anchor: { ...anchor, state: "orphaned" },
      score: 0,
      reasons: ["the words are gone"],
    });
  });

  it("[X4] does not take a look-alike that stood there before for the deleted passage", () => {
    const twin = "The call lasted 55 minutes, the palace said in a statement.";
    const old = `${OLD}\n\n${twin} Then it closed its doors.`;
    const fresh = old.replace("The call lasted 50 minutes, the palace said in a statement. ", "");
    for (const words of ["The call lasted 50 minutes", "the palace said in a statement", "50 minutes"]) {
      expect(mapOne(fresh, words, old).anchor.state, words).toBe("orphaned");
    }
    expect(mapOne(fresh, twin, old).anchor).toEqual({ ...quote(twin, fresh), state: "moved" });
  });

  it("[X4] does not take a newly planted look-alike elsewhere either; it offers it", () => {
    const fresh =
      OLD.replace("The call lasted 50 minutes, the palace said in a statement. ", "") +
      "\n\nThe call lasted 55 minutes, the palace said in a statement. Nobody else was there to hear it.";
    const { anchor, candidates } = mapOne(fresh, "The call lasted 50 minutes, the palace said in a statement.");
    expect(anchor.state).toBe("orphaned");
    expect(candidates?.map(({ start, end }) => fresh.slice(start, end))).toContain(
      "The call lasted 55 minutes, the palace said in a statement.",
    );
  });

  it("[X4] does not choose between two equal neighbours: one added, one gone", () => {
    const line = "The gates stay closed until further notice.\n";
    const one = `Notice of the port.\n${line}Signed by the warden of the port.\n`;
    const two = one.replace(line, line + line);
    const added = mapOne(two, "stay closed", one);
    expect(added.anchor).toEqual({ ...quote("stay closed", one), state: "ambiguous" });
    expect(added.candidates).toHaveLength(2);
    expect(mapOne(one, "stay closed", two).anchor.state).toBe("ambiguous");
  });

  it("[X4] does not choose between a changed sentence and a look-alike put beside it", () => {
    const fresh = OLD.replace(
      "The call lasted 50 minutes, the palace said in a statement.",
      "The call lasted 45 minutes, the palace said in a statement. The call lasted 55 minutes, the palace said in a statement.",
    );
    expect(mapOne(fresh, "The call lasted 50 minutes").anchor.state).toBe("ambiguous");
  });

  it("[X4] a text that was only wrapped anew keeps its words", () => {
    const fresh = OLD.replace(/ (?=\w+ \w+ \w+\.)/g, "\n");
    expect(fresh).not.toBe(OLD);
    expect(mapOne(fresh, "spoke of a plan to exchange").anchor.state).toBe("exact");
    const wrapped = mapOne(fresh, "no decision had been taken on the northern route");
    expect(wrapped).toMatchObject({ anchor: { state: "fuzzy" }, reasons: expect.arrayContaining(["spacing changed"]) });
    expect(wrapped.score).toBeGreaterThan(0.95);
  });

  it("[X4] an anchor that waits already is looked for by its words", () => {
    const anchor: Anchor = { ...quote("northern route"), start: 3, end: 17, state: "orphaned" };
    const [result] = mapAnchors("The text in between.", OLD, [anchor]);
    expect(result?.anchor).toEqual({ ...quote("northern route"), state: "moved" });
  });

  it("[X3] takes in a mark that a change put on the last letter", () => {
    const old = "She wrote cafe and left the old town.";
    const { anchor } = mapOne("She wrote cafe\u0301 and left the old town.", "wrote cafe", old);
    expect(anchor).toMatchObject({ state: "fuzzy", exact: "wrote cafe\u0301" });
  });

  it("gives the same result whichever other anchors come along", () => {
    const fresh = OLD.replace("50", "55").replace("Envoy Brandt met the crew before the ferry sailed.", "");
    const anchors = ["lasted 50 minutes", "met the crew", "northern route"].map((words) => quote(words));
    expect(mapAnchors(OLD, fresh, anchors)).toEqual(anchors.flatMap((anchor) => mapAnchors(OLD, fresh, [anchor])));
  });

  it("throws for an anchor that does not stand in the old text", () => {
    expect(() => mapAnchors(OLD, OLD, [{ ...quote("50 minutes"), start: 0, end: 10 }])).toThrow(RangeError);
    const split: Anchor = { start: 0, end: 1, exact: "e", prefix: "", suffix: "\u0301", state: "exact" };
    expect(() => mapAnchors("e\u0301", "e\u0301", [{ ...split, id: "half" }])).toThrow(/half/);
  });
});
