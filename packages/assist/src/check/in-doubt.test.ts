import { describe, expect, it } from "vitest";
import { CaseIndex } from "../align/case-index.ts";
import { CaseReading } from "../judge/reading.ts";
import type { CellSuggestion, Difference } from "../suggestion.ts";
import { loadVectors } from "../vectors/load-vectors.ts";
import { inDoubt } from "./in-doubt.ts";

const POST = "The crossing took 50 minutes, the harbour master said.";
const ECHO = "The crossing lasted two hours, and nobody was hurt.";
const CLAIM = { id: "c1", text: "The crossing lasted two hours." };

const reading = new CaseReading(new CaseIndex([{ id: "post", text: POST }, { id: "echo", text: ECHO }], loadVectors(), [CLAIM]));
const side = (source: string, text: string, exact: string) => ({ source, start: text.indexOf(exact), end: text.indexOf(exact) + exact.length, exact });
const conflict: Difference = {
  type: "duration",
  compatible: false,
  a: side("post", POST, "50 minutes"),
  b: side("echo", ECHO, "two hours"),
  why: "They differ.",
};
const cell = (source: string, suggestion: CellSuggestion["suggestion"]): CellSuggestion => {
  const silence = suggestion === "missing" ? "likely" : "no";
  return { source, suggestion, score: 0.97, attributed: false, silence, passages: [], differences: [], terms: [] };
};

describe("a cell and the case's own differences", () => {
  it("is not sure where another source gives the claim's value and this one another", () => {
    expect(inDoubt(reading, CLAIM, cell("post", "missing"), [conflict])).toMatchObject({ suggestion: "missing", silence: "unsure", score: 0.6 });
    expect(inDoubt(reading, CLAIM, cell("post", "verified"), [conflict])).toMatchObject({ suggestion: "verified", silence: "no", score: 0.6 });
    const turned = { ...conflict, a: conflict.b, b: conflict.a };
    expect(inDoubt(reading, CLAIM, cell("post", "missing"), [turned]).score).toBe(0.6);
  });

  it.each([
    ["the source that gives the claim's value", "echo", "verified", conflict],
    ["a cell that is read as disputed", "post", "disputed", conflict],
    ["values that are compatible", "post", "verified", { ...conflict, compatible: true }],
  ] as const)("stays as sure as it was: %s", (_, source, suggestion, difference) => {
    const one = cell(source, suggestion);
    expect(inDoubt(reading, CLAIM, one, [difference])).toBe(one);
  });
});
