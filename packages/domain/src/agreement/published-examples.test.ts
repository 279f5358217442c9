import { describe, expect, it } from "vitest";
import type { Rating } from "./rating.ts";
import { agreementOf } from "./agreement-of.ts";
import { ratingsOf, ratingsOfCells, ratingsOfCounts, tableOf } from "./testing/rating-data.ts";

/** Values to the decimals in which they are published; `toBeCloseTo(x, 3)` is within half a unit of the third. */
function measure(ratings: readonly Rating[]) {
  return agreementOf(tableOf(ratings), { seed: 1, resamples: 0, list: 0 });
}

describe("Cohen (1960), A coefficient of agreement for nominal scales, Educ. Psychol. Meas. 20, 37–46", () => {
  // Two judges, three categories, 200 units. Margins 120, 60, 20 and 100, 60, 40.
  const cells = [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ];

  it("κ = .492, from 140 agreements of which chance gives 82", () => {
    const { cohenKappa, percentAgreement } = measure(ratingsOfCells(cells));
    expect(cohenKappa.value).toBeCloseTo(0.492, 3);
    expect(cohenKappa.value).toBeCloseTo((140 - 82) / (200 - 82), 12);
    expect(percentAgreement.value).toBeCloseTo(0.7, 12);
  });

  it("κ of the judges the other way round is the same, and the table is turned over", () => {
    const turned = cells.map((_, row) => cells.map((line) => line[row] ?? 0));
    const there = measure(ratingsOfCells(cells));
    const back = measure(ratingsOfCells(turned));
    expect(back.cohenKappa.value).toBeCloseTo(there.cohenKappa.value ?? Number.NaN, 12);
    expect(there.confusion.crossTable).toEqual({ rows: "A", columns: "B", units: cells });
    expect(back.confusion.crossTable?.units).toEqual(turned);
  });
});

describe("Fleiss (1971), Measuring nominal scale agreement among many raters, Psychol. Bull. 76, 378–382", () => {
  // 30 patients, six psychiatrists each; depression, personality disorder, schizophrenia, neurosis, other.
  const counts = [
    [0, 0, 0, 6, 0], [0, 3, 0, 0, 3], [0, 1, 4, 0, 1], [0, 0, 0, 0, 6], [0, 3, 0, 3, 0], [2, 0, 4, 0, 0],
    [0, 0, 4, 0, 2], [2, 0, 3, 1, 0], [2, 0, 0, 4, 0], [0, 0, 0, 0, 6], [1, 0, 0, 5, 0], [1, 1, 0, 4, 0],
    [0, 3, 3, 0, 0], [1, 0, 0, 5, 0], [0, 2, 0, 3, 1], [0, 0, 5, 0, 1], [3, 0, 0, 1, 2], [5, 1, 0, 0, 0],
    [0, 2, 0, 4, 0], [1, 0, 2, 0, 3], [0, 0, 0, 0, 6], [0, 1, 0, 5, 0], [0, 2, 0, 1, 3], [2, 0, 0, 4, 0],
    [1, 0, 0, 4, 1], [0, 5, 0, 1, 0], [4, 0, 0, 0, 2], [0, 2, 0, 4, 0], [1, 0, 5, 0, 0], [0, 0, 0, 0, 6],
  ];

  it("the table is the published one: 180 assignments, in shares of .144, .144, .167, .306, .239", () => {
    const shares = [0, 1, 2, 3, 4].map((k) => counts.reduce((sum, line) => sum + (line[k] ?? 0), 0) / 180);
    expect(shares.map((share) => share.toFixed(3))).toEqual(["0.144", "0.144", "0.167", "0.306", "0.239"]);
  });

  it("κ = .430, from a mean agreement of .556", () => {
    const { fleissKappa, percentAgreement } = measure(ratingsOfCounts(counts));
    expect(fleissKappa.value).toBeCloseTo(0.43, 3);
    expect(percentAgreement.value).toBeCloseTo(0.556, 3);
  });
});

describe("Krippendorff (2011), Computing Krippendorff's alpha-reliability", () => {
  // Section C: four observers, twelve units, ratings missing; one unit has a single rating.
  const missing = ratingsOf({
    A: "1 2 3 3 2 1 4 1 2 . . .",
    B: "1 2 3 3 2 2 4 1 2 5 . 3",
    C: ". 3 3 3 2 3 4 2 2 5 1 .",
    D: "1 2 3 3 2 4 4 1 2 5 1 .",
  });

  it("nominal α with missing data = .743, on 40 pairable values", () => {
    const { krippendorffAlpha, counts } = measure(missing);
    expect(krippendorffAlpha.value).toBeCloseTo(0.743, 3);
    expect(counts).toMatchObject({ units: 12, annotators: 4, ratings: 41, pairableUnits: 11, pairableRatings: 40 });
  });

  it("the coincidence matrix is the published one", () => {
    const { coincidences } = measure(missing).confusion;
    const printed = [
      [7, 4 / 3, 1 / 3, 1 / 3, 0],
      [4 / 3, 10, 4 / 3, 1 / 3, 0],
      [1 / 3, 4 / 3, 8, 1 / 3, 0],
      [1 / 3, 1 / 3, 1 / 3, 4, 0],
      [0, 0, 0, 0, 3],
    ];
    for (const [row, line] of printed.entries()) {
      for (const [column, value] of line.entries()) expect(coincidences[row]?.[column]).toBeCloseTo(value, 10);
    }
  });

  it("two observers, nominal, nothing missing (section B): α = .692", () => {
    const two = ratingsOf({ Ben: "a a b b d c c c e d d a", Gerry: "b a b b b c c c e d d d" });
    expect(measure(two).krippendorffAlpha.value).toBeCloseTo(0.692, 3);
  });

  it("two observers, two categories (section A): α = .095", () => {
    const two = ratingsOf({ first: "0 1 0 0 0 0 0 0 1 0", second: "1 1 1 0 0 1 0 0 0 0" });
    expect(measure(two).krippendorffAlpha.value).toBeCloseTo(0.095, 3);
  });

  it("the same data give AC1 .77544 and Fleiss' κ .76117 by Gwet's own definitions for missing ratings", () => {
    const { gwetAc1, fleissKappa } = measure(missing);
    // Gwet (2014), Handbook of Inter-Rater Reliability, by the irrCAC package: p_a .81818, p_e .19032 and .23872.
    expect(gwetAc1.value).toBeCloseTo(0.77544, 5);
    expect(fleissKappa.value).toBeCloseTo(0.76117, 5);
  });
});

describe("Gwet (2008), Computing inter-rater reliability … in the presence of high agreement, BJMSP 61, 29–48", () => {
  // 125 units, two raters, two categories: 94.4 % agreement and a negative κ, the paradox that AC1 answers.
  const paradox = ratingsOfCells([
    [118, 5],
    [2, 0],
  ]);

  it("AC1 = .941 where κ = −.023 and π = −.029", () => {
    const { gwetAc1, cohenKappa, fleissKappa, percentAgreement } = measure(paradox);
    expect(percentAgreement.value).toBeCloseTo(0.944, 12);
    expect(gwetAc1.value).toBeCloseTo(0.941, 3);
    expect(cohenKappa.value).toBeCloseTo(-0.023, 3);
    // Fleiss' κ of two raters is Scott's π.
    expect(fleissKappa.value).toBeCloseTo(-0.029, 3);
  });

  it("AC1 by hand: chance is 2 π (1 − π) with π the mean share of the first category", () => {
    const share = (123 + 120) / 250;
    const byChance = 2 * share * (1 - share);
    expect(measure(paradox).gwetAc1.value).toBeCloseTo((118 / 125 - byChance) / (1 - byChance), 12);
  });
});
