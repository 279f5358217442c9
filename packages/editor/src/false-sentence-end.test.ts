import { expect, it } from "vitest";
import { isFalseSentenceEnd } from "./false-sentence-end.ts";

const at = (text: string) => isFalseSentenceEnd(text.replace("|", ""), text.indexOf("|"));

it("joins what an abbreviation only seems to end", () => {
  expect(at("Former U.S. |President Orla Venn spoke.")).toBe(true);
  expect(at("It was signed by Dr. |Teo Lind.")).toBe(true);
  expect(at("The note by J. |Marsh was found.")).toBe(true);
  expect(at("“Gen. |Ames left.”")).toBe(true);
});

it("leaves the ends of sentences alone", () => {
  expect(at("The ferry sank. |Nobody died.")).toBe(false);
  expect(at("They flew to the U.S. |The talks began.")).toBe(false);
  expect(at("She left at 7.12 p.m. |Nobody saw her.")).toBe(false);
});
