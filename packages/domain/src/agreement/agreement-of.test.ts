import { describe, expect, it } from "vitest";
import type { Rating } from "./rating.ts";
import { AGREEMENT_DEFAULTS, agreementOf } from "./agreement-of.ts";
import { MAX_PAIRED_ANNOTATORS } from "./cohen-kappa.ts";
import { ratingsOf, ratingsOfCells, tableOf } from "./testing/rating-data.ts";

const report = (ratings: readonly Rating[], over = {}, scale: readonly string[] = []) =>
  agreementOf(tableOf(ratings, scale), { ...AGREEMENT_DEFAULTS, resamples: 200, ...over });

describe("agreementOf", () => {
  it("gives no value and says why, where nothing can be measured", () => {
    const empty = report([]);
    const alone = report(ratingsOf({ A: "v d m" }));
    for (const { percentAgreement, fleissKappa, krippendorffAlpha, gwetAc1, cohenKappa, warnings } of [empty, alone]) {
      const none = { value: null, interval: null, reason: "No unit has ratings by two annotators." };
      expect([percentAgreement, fleissKappa, krippendorffAlpha, gwetAc1]).toEqual([none, none, none, none]);
      expect(cohenKappa).toMatchObject({ value: null, reason: "There are no two annotators.", pairs: [] });
      expect(warnings[0]).toBe("No unit has ratings by two annotators, so nothing can be measured.");
    }
  });

  it("has no chance-corrected value when one category only was used, unless AC1 knows of another", () => {
    const one = ratingsOf({ A: "v v v", B: "v v v" });
    const { percentAgreement, fleissKappa, krippendorffAlpha, cohenKappa, gwetAc1 } = report(one);
    expect(percentAgreement.value).toBe(1);
    for (const { value, reason } of [fleissKappa, krippendorffAlpha]) {
      expect(value).toBeNull();
      expect(reason).toContain("Only one category occurs");
    }
    expect(cohenKappa.reason).toContain("one and the same category");
    expect(gwetAc1.reason).toContain("only one category");
    expect(report(one, {}, ["v", "d", "m"]).gwetAc1.value).toBe(1);
  });

  it("gives Cohen's κ as a value for two annotators, and by pair for more", () => {
    const two = report(ratingsOf({ A: "v v d d", B: "v d d d" })).cohenKappa;
    const pair = { annotators: ["A", "B"], units: 4, percentAgreement: 0.75, value: 0.5 };
    expect(two).toMatchObject({ value: 0.5, pairs: [pair] });
    const three = report(ratingsOf({ A: "v v d d", B: "v d d d", C: "v v d d" })).cohenKappa;
    expect(three).toMatchObject({ value: null, reason: "It is between two annotators and there are 3: see pairs." });
    expect(three.pairs.map(({ annotators, value }) => [...annotators, value])).toEqual([
      ["A", "B", 0.5],
      ["A", "C", 1],
      ["B", "C", 0.5],
    ]);
  });

  it("lists the units that divide annotators, the most divided first, and says how many there are", () => {
    const ratings = ratingsOf({ A: "v v d d", B: "v d d m", C: "v d d v" });
    const { disagreements } = report(ratings, { list: 1 });
    expect(disagreements.total).toBe(2);
    expect(disagreements.listed).toEqual([
      {
        unit: "u4",
        agreement: 0,
        ratings: [
          { annotator: "A", category: "d" },
          { annotator: "B", category: "m" },
          { annotator: "C", category: "v" },
        ],
      },
    ]);
    expect(report(ratings, { list: 9 }).disagreements.listed.map(({ unit }) => unit)).toEqual(["u4", "u2"]);
  });

  it("warns when n is small, and not when it is not", () => {
    const few = "Only 29 units have ratings by two or more annotators.";
    const mixed = (n: number) => ratingsOfCells([[n - 9, 4], [3, 2]]);
    expect(report(mixed(29)).warnings[0]).toContain(few);
    expect(report(mixed(30)).warnings).toEqual([]);
  });

  it("warns of full agreement, of a dominant category and of unequal numbers of ratings", () => {
    expect(report(ratingsOfCells([[20, 0], [0, 20]])).warnings).toEqual([
      expect.stringContaining("All annotators agree on every unit."),
    ]);
    expect(report(ratingsOfCells([[118, 5], [2, 0]])).warnings).toEqual([
      expect.stringMatching(/^97 % of the ratings are "0"\..*AC1\.$/),
    ]);
    const uneven = report(ratingsOf({ A: "v v d v", B: "v d d .", C: "v d . ." })).warnings;
    expect(uneven[1]).toBe(
      "Units have 2 to 3 ratings, and 1 unit has one only. Fleiss' κ asks for equally many; the value is Gwet's " +
        "generalisation of it.",
    );
  });

  it("says why there is a value and no interval", () => {
    const two = ratingsOf({ A: "v d v d v d", B: "v v v d d d" });
    expect(report(two, { resamples: 0 }).gwetAc1).toMatchObject({
      interval: null,
      reason: "No interval: no resamples were asked for.",
    });
    expect(report(ratingsOf({ A: "v", B: "d" })).percentAgreement).toEqual({
      value: 0,
      interval: null,
      reason: "No interval: one unit cannot be resampled.",
    });
    // Three units, one of them in another category: a resample without it has no κ, and that is 8 of 27.
    const rare = report(ratingsOf({ A: "v v d", B: "v v d" })).krippendorffAlpha;
    expect(rare.value).toBe(1);
    expect(rare.reason).toMatch(/^No interval: the measure is undefined in \d+ of 200 resamples\.$/);
  });

  it("leaves the intervals of pairs out where they would take minutes, and keeps the values", () => {
    const ratings = Array.from({ length: 30 * MAX_PAIRED_ANNOTATORS }, (_, i) => {
      const [unit, annotator] = [i % 30, Math.floor(i / 30)];
      return { unit: `${unit}`, annotator: `${annotator}`, category: `${(unit * (annotator + 7)) % 19}` };
    });
    const { cohenKappa, gwetAc1 } = report(ratings, { resamples: 1500 });
    expect(gwetAc1.interval).not.toBeNull();
    expect(cohenKappa.pairs).toHaveLength(4950);
    const none = { interval: null, reason: "No interval: 4950 pairs are too many for 1500 resamples." };
    expect(cohenKappa.pairs[0]).toMatchObject({ ...none, value: expect.any(Number) as number });
  });

  it("pairs only the busiest of a crowd, and says so", () => {
    const crowd = Array.from({ length: MAX_PAIRED_ANNOTATORS + 5 }, (_, i) => `a${String(i).padStart(3, "0")}`);
    const ratings = crowd.flatMap((annotator, i) =>
      (i < 5 ? ["u1"] : ["u1", "u2"]).map((unit) => ({ unit, annotator, category: i % 2 === 0 ? "v" : "d" })),
    );
    const { cohenKappa, warnings } = report(ratings, { resamples: 2 });
    expect(cohenKappa.pairs).toHaveLength((MAX_PAIRED_ANNOTATORS * (MAX_PAIRED_ANNOTATORS - 1)) / 2);
    expect(cohenKappa.pairs[0]?.annotators).toEqual(["a005", "a006"]);
    const said = "Cohen's κ is given for the pairs of the 100 annotators with the most ratings, of 105.";
    expect(warnings.at(-1)).toBe(said);
  });
});
