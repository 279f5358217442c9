import { expect, it } from "vitest";
import { lookAgainMs } from "./look-again.ts";

it("looks soon while a reading is young, then ever less often, and never seldom", () => {
  expect(lookAgainMs(0)).toBe(600);
  expect(lookAgainMs(4_000)).toBe(600);
  expect(lookAgainMs(16_000)).toBe(2_000);
  expect(lookAgainMs(10 * 60_000)).toBe(5_000);
});
