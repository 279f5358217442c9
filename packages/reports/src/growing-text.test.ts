import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GrowingText } from "./growing-text.ts";

describe("text that grows at its end", () => {
  it("has the bytes of its pieces encoded one by one, whatever their length and script", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\uD83D", "\uDE00", "漢".repeat(30_000), "x".repeat(70_000)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = new GrowingText(pieces[0]);
        for (const one of pieces.slice(1)) text.add(one);
        expect(Buffer.compare(text.bytes, Buffer.concat(pieces.map((one) => new TextEncoder().encode(one))))).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});
