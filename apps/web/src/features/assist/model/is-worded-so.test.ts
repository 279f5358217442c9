import { expect, it } from "vitest";
import { isWordedSo } from "./is-worded-so.ts";

it("capitals, points and one word before make no other wording; left out or added words do", () => {
  const text = "The gate was shut.";
  const passages = ["the gate was shut", "yet the gate was shut,", "the gate, old as it was, was shut", "The gate was shut on Monday", ""];
  expect(passages.map((exact) => isWordedSo({ text, exact }))).toEqual([true, true, false, false, false]);
});
