import { describe, expect, it } from "vitest";
import { isSameClaim } from "./same-claim.ts";

describe("isSameClaim", () => {
  it.each([
    ["The sluices were closed by hand by Hedda Moll.", "By hand the sluices were closed by Hedda Moll."],
    ["Six barges were trapped in the basin.", "Six barges were trapped in the basin on Monday."],
    ["Moll closed the sluices by hand.", "Hedda Moll closed the sluices by hand."],
    ["The Norvalan council raised the toll in May.", "The council of Norvala raised the toll in May."],
  ])("%s = %s", (a, b) => {
    expect(isSameClaim(a, b)).toBe(true);
    expect(isSameClaim(b, a)).toBe(true);
  });

  it.each([
    ["Three people had been killed in Norvala by Saturday.", "At least 75 people had been killed in Ostrava by Saturday."],
    ["Three people had been killed in Norvala by Saturday.", "At least 75 people had been killed in Norvala by Saturday."],
    ["Norvala stands ready to mediate.", "Ostrava accepted Norvala’s offer to mediate."],
    ["The crossing lasted more than an hour.", "Moll said the crossing lasted more than an hour."],
    ["The council raised the toll in May.", "The council did not raise the toll in May."],
    ["The council closed the bridge.", "The council closed the bridge and sold the land beside it to a builder of villas."],
  ])("%s ≠ %s", (a, b) => {
    expect(isSameClaim(a, b)).toBe(false);
    expect(isSameClaim(b, a)).toBe(false);
  });
});
