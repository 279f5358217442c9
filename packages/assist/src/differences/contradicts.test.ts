import { expect, it } from "vitest";
import { contradicts } from "./contradicts.ts";
import { paraphrases } from "./paraphrases.ts";

it.each([
  ["A heron is landing on the pier", "There is no heron landing on the pier", true],
  ["The ferry is leaving the harbour", "The ferry is not leaving the harbour", true],
  ["The gate is open", "The gate is closed", true],
  ["A heron is landing", "There is no heron landing on the northern pier", false],
  ["A man is mending a net", "A woman is not mending a net", false],
  ["A dog is sitting", "A dog is running", false],
  ["The ferry is leaving", "The mayor is not speaking", false],
])("%s / %s: contradictory %s", (a, b, expected) => {
  expect(contradicts(a, b)).toBe(expected);
  expect(contradicts(b, a)).toBe(expected);
});

it("takes two wordings of one report for the same, and two reports of one matter for two", () => {
  const said = "The council voted on Tuesday to close the old fish market.";
  expect(paraphrases(said, "On Tuesday the council voted to shut the old fish market.")).toBe(true);
  expect(paraphrases(said, "Stallholders in the old market fear for their living after the storm.")).toBe(false);
});
