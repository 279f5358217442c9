import { expect, it } from "vitest";
import { initials } from "./avatar.tsx";

it.each([
  ["Ana Marsh", "AM"],
  ["Priya", "P"],
  ["  juan  carlos  de la cruz ", "JC"],
  ["𝔸da 𝕃", "𝔸𝕃"],
  ["", ""],
])("%j has the initials %j", (name, expected) => expect(initials(name)).toBe(expected));
