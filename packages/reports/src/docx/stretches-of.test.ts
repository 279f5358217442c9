import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stretchesOf } from "./stretches-of.ts";
import { run } from "./wordml.ts";

const split = (line: string, inTurned: boolean) =>
  stretchesOf(line, inTurned).map(({ text, fromRight }) => (fromRight ? `<${text}>` : text)).join("");

describe("the runs of a line", () => {
  it("are one where nothing runs from right to left", () => {
    expect(split("Four barges (4), 中国.", false)).toBe("Four barges (4), 中国.");
  });

  it("take figures and brackets along in a right-to-left paragraph, and leave other letters out", () => {
    expect(split("استمرت 50 دقيقة (بوتين).", true)).toBe("<استمرت 50 دقيقة (بوتين).>");
    expect(split("قال Vladimir Putin (50) نعم", true)).toBe("<قال >Vladimir Putin< (50) نعم>");
    expect(split("(50), ", true)).toBe("<(50), >");
  });

  it("take in from a left-to-right paragraph no more than the words themselves", () => {
    expect(split("He said: قال 50 نعم (50).", false)).toBe("He said: <قال 50 نعم> (50).");
  });

  it("lose nothing", () => {
    const unit = fc.constantFrom("a", "é", "ق", "ש", "5", "(", ".", " ", "\u064b", "\u0301", "中", "🛟", "\u2068");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), fc.boolean(), (line, inTurned) => {
        expect(stretchesOf(line, inTurned).map(({ text }) => text).join("")).toBe(line);
      }),
    );
  });

  it("are marked for Word, after every other property", () => {
    expect(run("قال (50)", { bold: true, fill: "FFFFFF", bidirectional: true })).toMatch(
      /<w:shd [^>]+\/><w:rtl\/><\/w:rPr><w:t xml:space="preserve">قال \(50\)</u,
    );
    expect(run("said", { bold: true })).not.toContain("w:rtl");
  });
});
