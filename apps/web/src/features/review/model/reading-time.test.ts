import { expect, it } from "vitest";
import { GLANCE_MS, readingTime } from "./reading-time.ts";

it("[T5] a press that was begun before the tag came up, or with it, is not for this tag", () => {
  expect(readingTime(1000).allows(990)).toBe(false);
  expect(readingTime(1000).allows(1000)).toBe(false);
  expect(readingTime(1000).allows(1000 + GLANCE_MS - 1)).toBe(false);
});

it("whoever has read may decide with the first press", () => {
  expect(readingTime(1000).allows(1000 + GLANCE_MS)).toBe(true);
});

it("[T5] a hail of presses never adds up to having read; one press after a pause does", () => {
  const reading = readingTime(0);
  for (let at = 30; at < 10 * GLANCE_MS; at += 30) expect(reading.allows(at)).toBe(false);
  expect(reading.allows(11 * GLANCE_MS)).toBe(true);
});

it("a press that was handled late does not shorten the time", () => {
  const reading = readingTime(1000);
  reading.allows(500);
  expect(reading.allows(500 + GLANCE_MS)).toBe(false);
});
