import { expect, it } from "vitest";
import { isolated } from "./isolated.ts";

it("closes off what turns the direction of writing, and nothing else", () => {
  expect(isolated("قناة الجزيرة")).toBe("\u2068قناة الجزيرة\u2069");
  expect(isolated("שלום (50)")).toBe("\u2068שלום (50)\u2069");
  expect(isolated("a\u202eb")).toBe("\u2068a\u202eb\u2069");
  for (const words of ["", "The Courier, 2", "Ελευθερία", "中国 🛟 café"]) expect(isolated(words)).toBe(words);
});
