import { expect, it } from "vitest";
import type { ClaimAnswer, Difference } from "../assist-types.ts";
import { claimDifferences } from "./claim-differences.ts";

const side = (source: string) => ({ source, start: 0, end: 1, exact: "x" });
const difference = (key: string, compatible: boolean, about: string[]): Difference => {
  return { key, type: "number", compatible, a: side("s1"), b: side("s2"), why: "", about };
};

it("what a claim itself says comes before what differs near by, in either what cannot both hold first, each under a key of its own", () => {
  const { key: _, about: _about, ...plain } = difference("", true, []);
  const cells = [{ key: "cell", differences: [plain, { ...plain, compatible: false }] }] as unknown as ClaimAnswer["cells"];
  const differences = [
    difference("other conflict", false, ["c2"]),
    difference("compatible", true, ["c1"]),
    difference("no claim's", true, []),
    difference("conflict", false, ["c2", "c1"]),
  ];
  const { own, nearBy } = claimDifferences("c1", { cells, differences });
  expect(own.map(({ key }) => key)).toEqual(["cell 1", "conflict", "cell 0", "compatible"]);
  expect(nearBy.map(({ key }) => key)).toEqual(["other conflict", "no claim's"]);
});

it("nothing differs in what is still being read", () => {
  expect(claimDifferences("c1", undefined)).toEqual({ own: [], nearBy: [] });
});
