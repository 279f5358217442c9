import { describe, expect, it } from "vitest";
import type { Attribution } from "../assist-types.ts";
import { attributionOf, attributionWords } from "./attribution-of.ts";

const TEXT = "The pilot, Odd Brekke, told the inquiry that the buoy was dark. The lock was shut.";
const words = (exact: string) => ({ start: TEXT.indexOf(exact), end: TEXT.indexOf(exact) + exact.length, exact });
const told: Attribution = {
  speaker: words("Odd Brekke"),
  cue: words("told"),
  content: words("that the buoy was dark"),
  direct: false,
};

describe("whose words a passage is", () => {
  it("is the speaker's whose words make a good part of it", () => {
    expect(attributionOf(words("the buoy was dark"), [told])).toBe(told);
    expect(attributionOf(words("The lock was shut."), [told])).toBeNull();
  });

  it("is nobody else's where one quoted word stands in a long sentence", () => {
    const scare = { ...told, content: words("dark") };
    expect(attributionOf(words("The pilot, Odd Brekke, told the inquiry that the buoy was dark."), [scare])).toBeNull();
  });

  it("is said with the cue, also where nobody is named", () => {
    expect(attributionWords(told)).toBe("says: Odd Brekke, “told”");
    expect(attributionWords({ ...told, speaker: null, direct: true })).toBe(
      "says: somebody it does not name, “told”, in quotation marks",
    );
  });
});
