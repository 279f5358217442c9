import { expect, it } from "vitest";
import type { ClaimAnswer, Difference } from "../assist-types.ts";
import { claimDifferences } from "./claim-differences.ts";

const side = (source: string) => ({ source, start: 0, end: 1, exact: "x" });
const difference = (key: string, compatible: boolean): Difference => {
  return { key, type: "number", compatible, a: side("s1"), b: side("s2"), why: "" };
};

it("what differs in a claim is listed once, those that cannot both hold first, each under a key of its own", () => {
  const { key: _, ...plain } = difference("", true);
  const cells = [{ key: "cell", differences: [plain, { ...plain, compatible: false }] }] as unknown as ClaimAnswer["cells"];
  const list = claimDifferences({ cells, differences: [difference("a", true), difference("b", false)] });
  expect(list.map(({ key, compatible }) => `${key} ${compatible}`)).toEqual(["cell 1 false", "b false", "cell 0 true", "a true"]);
});
