import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { whatDiffers } from "./what-differs.ts";

describe("whatDiffers", () => {
  it("tells of one that was replaced in its place", () => {
    const [a, b, c, d] = [{}, {}, {}, {}];
    const { gone, come } = whatDiffers([a, b, c], [a, d, c]);
    expect([gone, come]).toEqual([[b], [d]]);
    expect([gone[0], come[0]]).toEqual([b, d]);
    expect(whatDiffers([a, b], [a, b])).toEqual({ gone: [], come: [] });
  });

  it("is the difference of the two as sets, whatever their order", () => {
    const list = fc.uniqueArray(fc.nat(12));
    fc.assert(
      fc.property(list, list, (before, after) => {
        const { gone, come } = whatDiffers(before, after);
        expect(gone).toEqual(before.filter((one) => !after.includes(one)));
        expect(come).toEqual(after.filter((one) => !before.includes(one)));
      }),
    );
  });
});
