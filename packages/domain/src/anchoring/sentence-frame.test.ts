import { describe, expect, it } from "vitest";
import { sentenceFrame } from "./sentence-frame.ts";

const TEXT = "First one.\nThen Mr. Brandt said “it took 3.5 hours.” Nobody else did. Last";

function frameOf(words: string): string {
  const start = TEXT.indexOf(words);
  const frame = sentenceFrame(TEXT, { start, end: start + words.length });
  return TEXT.slice(frame.start, frame.end);
}

describe("sentenceFrame", () => {
  it("goes from full stop to full stop, past abbreviations, decimals and quotation marks", () => {
    expect(frameOf("took 3")).toBe("Then Mr. Brandt said “it took 3.5 hours.”");
    expect(frameOf("Nobody else did.")).toBe("Nobody else did.");
    expect(frameOf("hours.” Nobody")).toBe("Then Mr. Brandt said “it took 3.5 hours.” Nobody else did.");
  });

  it("ends with the line and with the text", () => {
    expect(frameOf("one")).toBe("First one.");
    expect(frameOf("Last")).toBe("Last");
  });
});
