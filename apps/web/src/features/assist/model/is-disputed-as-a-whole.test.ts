import { expect, it } from "vitest";
import { isDisputedAsAWhole } from "./is-disputed-as-a-whole.ts";

it.each([
  ["disputed", [], true],
  ["disputed", [{ compatible: true }], true],
  ["disputed", [{ compatible: true }, { compatible: false }], false],
  ["verified", [], false],
  ["missing", [], false],
] as const)("is said of a dispute that no difference shows: %s, %j", (suggestion, differences, said) => {
  expect(isDisputedAsAWhole({ suggestion, differences })).toBe(said);
});
