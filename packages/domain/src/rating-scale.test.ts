import { describe, expect, it } from "vitest";
import { DEFAULT_RATING_SCALE, checkRatingScale, isOnScale, ratingOf } from "./rating-scale.ts";
import type { RatingEntry, RatingView } from "./rating-scale.ts";

const rating = (over: Partial<RatingView> = {}): RatingView => ({
  id: "q1",
  claimId: "c1",
  entryId: "true",
  label: "True",
  colour: "#00664f",
  justification: "By the log.",
  version: 1,
  authorId: "ann",
  createdAt: "2025-03-01T09:00:00.000Z",
  updatedAt: "2025-03-01T09:00:00.000Z",
  ...over,
});

const { entries } = DEFAULT_RATING_SCALE;
const reasonOf = (name: string, given: RatingEntry[]) => {
  const checked = checkRatingScale({ name, entries: given });
  return checked.ok ? null : checked.reason;
};
const swapped = (patch: Partial<RatingEntry>) => entries.map((entry, at) => (at === 1 ? { ...entry, ...patch } : entry));

describe("a rating scale", () => {
  it("is fine as every desk begins with it", () => {
    expect(reasonOf(DEFAULT_RATING_SCALE.name, entries)).toBeNull();
  });

  it("is refused in words that name the entry to mend", () => {
    expect(reasonOf(" ", entries)).toBe("Give the scale a name.");
    expect(reasonOf("A", entries.slice(0, 1))).toMatch(/2 to 12 entries/);
    expect(reasonOf("A", swapped({ label: " " }))).toBe("Entry 2 has no name.");
    expect(reasonOf("A", swapped({ label: "TRUE" }))).toMatch(/^Two entries are called “True”/);
    expect(reasonOf("A", swapped({ colour: "red" }))).toMatch(/^The colour of “Mostly false”/);
    expect(reasonOf("A", swapped({ definition: "" }))).toMatch(/^Say what “Mostly false” means/);
    expect(reasonOf("A", swapped({ id: "false" }))).toMatch(/stands in the scale twice/);
  });

  it("knows which rating stands, and whether the scale still says what it said", () => {
    const lifted = rating({ id: "q2", claimId: null, entryId: null, label: "" });
    expect(ratingOf([rating(), lifted], "c1")).toEqual(rating());
    expect(ratingOf([rating(), lifted], null)).toBeNull();
    expect(isOnScale(DEFAULT_RATING_SCALE, rating())).toBe(true);
    expect(isOnScale(DEFAULT_RATING_SCALE, rating({ label: "Accurate" }))).toBe(false);
    expect(isOnScale(DEFAULT_RATING_SCALE, rating({ entryId: "purple" }))).toBe(false);
  });
});
