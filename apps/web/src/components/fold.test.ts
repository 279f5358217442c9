import { expect, it } from "vitest";
import { fold } from "./fold.ts";

it.each([
  ["ÉLISE’S lock", "elise's lock"],
  ["“nearly” an hour", '"nearly" an hour'],
  ["50–60 ‑ 70", "50-60 - 70"],
  ["ﬁre in Århus", "fire in arhus"],
  ["Ερμής", "ερμης"],
])("%s is found as %s", (written, typed) => {
  expect(fold(written)).toBe(typed);
  expect(fold(typed)).toBe(typed);
});
