import { expect, it } from "vitest";
import { staleWords } from "./stale-words.ts";

it.each([
  [0, 0, "No tag becomes stale."],
  [3, 0, "3 tags would become stale."],
  [3, 1, "3 tags would become stale. 1 of them is “missing”: it attests that the old text is silent."],
  [9, 7, "9 tags would become stale. 7 of them are “missing”: they attest that the old text is silent."],
  [1, 1, "1 tag would become stale. It is “missing”: it attests that the old text is silent."],
  [2, 2, "2 tags would become stale. All are “missing”: they attest that the old text is silent."],
])("[S3] of %i stale tags %i are missing: %s", (staleTags, staleMissing, words) => {
  expect(staleWords({ staleTags, staleMissing })).toBe(words);
});
