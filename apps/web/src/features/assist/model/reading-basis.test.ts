import { describe, expect, it } from "vitest";
import { basisName } from "./reading-basis.ts";

describe("the name of a basis", () => {
  it("is the same for the same basis and another for every other", () => {
    const names = ["a", "b", "c"].map(basisName);
    expect(new Set(names).size).toBe(3);
    expect(["a", "b", "c"].map(basisName)).toEqual(names);
  });

  it("is never given twice, however many there have been", () => {
    const first = basisName("first");
    const others = Array.from({ length: 100 }, (_, at) => basisName(`other ${at}`));
    expect(new Set([first, ...others, basisName("first")]).size).toBe(102);
  });
});
