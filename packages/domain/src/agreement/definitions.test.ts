import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rating } from "./rating.ts";
import { agreementOf } from "./agreement-of.ts";
import { byUnit, ratingsOf, tableOf } from "./testing/rating-data.ts";

const CATEGORIES = ["d", "m", "v"];
const NO_INTERVALS = { seed: 1, resamples: 0, list: 100 };

/** Up to four annotators on up to nine units, any rating missing. */
const row = fc.array(fc.option(fc.constantFrom(...CATEGORIES)), { minLength: 4, maxLength: 4 });
const someRatings: fc.Arbitrary<Rating[]> = fc
  .array(row, { minLength: 1, maxLength: 9 })
  .map((rows) =>
    rows.flatMap((all, unit) =>
      all.flatMap((category, who) => (category === null ? [] : [{ unit: `u${unit}`, annotator: `a${who}`, category }])),
    ),
  );

const values = (ratings: readonly Rating[], scale: readonly string[] = []) => {
  const report = agreementOf(tableOf(ratings, scale), NO_INTERVALS);
  const { percentAgreement, fleissKappa, krippendorffAlpha, gwetAc1 } = report;
  return { report, all: [percentAgreement, fleissKappa, krippendorffAlpha, gwetAc1].map(({ value }) => value) };
};

/** Equal to the last few bits: sums over categories may be taken in another order. */
function expectClose(given: readonly (number | null)[], wanted: readonly (number | null)[]): void {
  for (const [i, value] of given.entries()) {
    const other = wanted[i] ?? null;
    if (value === null || other === null) expect(value).toBe(other);
    else expect(value).toBeCloseTo(other, 10);
  }
}

/** Each measure a second time, straight from its definition: pairs of single ratings, no counts and no matrices. */
function byPairs(ratings: readonly Rating[], scaleSize: number): (number | null)[] {
  const units = byUnit(ratings).map((all) => all.map(({ category }) => category));
  const paired = units.filter((all) => all.length > 1);
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
  const others = (all: readonly string[], i: number) => all.filter((_, j) => j !== i);
  if (paired.length === 0) return [null, null, null, null];
  const sameAs = (all: readonly string[]) =>
    mean(all.map((one, i) => mean(others(all, i).map((other) => (other === one ? 1 : 0)))));
  const observed = mean(paired.map(sameAs));
  const kinds = [...new Set(ratings.map(({ category }) => category))];
  const share = (category: string) => mean(units.map((all) => mean(all.map((one) => (one === category ? 1 : 0)))));
  const fleissChance = kinds.reduce((sum, kind) => sum + share(kind) ** 2, 0);
  const gwetChance = kinds.reduce((sum, kind) => sum + share(kind) * (1 - share(kind)), 0) / (scaleSize - 1);
  const corrected = (chance: number) => (observed - chance) / (1 - chance);
  // α: the disagreement of a value with another of its unit, against that with any other value at all.
  const pool = paired.flat();
  const differs = (all: readonly string[], i: number) =>
    mean(others(all, i).map((other) => (other === all[i] ? 0 : 1)));
  const within = mean(paired.flatMap((all) => all.map((_, i) => differs(all, i))));
  const between = mean(pool.map((_, i) => differs(pool, i)));
  return [
    observed,
    kinds.length < 2 ? null : corrected(fleissChance),
    between === 0 ? null : 1 - within / between,
    scaleSize < 2 ? null : corrected(gwetChance),
  ];
}

describe("the measures", () => {
  it("are what their definitions say, worked out again pair by pair", () => {
    fc.assert(
      fc.property(someRatings, (ratings) => {
        const kinds = new Set(ratings.map(({ category }) => category)).size;
        expectClose(values(ratings).all, byPairs(ratings, kinds));
        expectClose(values(ratings, CATEGORIES).all, byPairs(ratings, CATEGORIES.length));
      }),
      { numRuns: 500 },
    );
  });

  it("do not depend on the order of the ratings, to the last bit of the report", () => {
    const shuffled = someRatings.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const options = { seed: 7, resamples: 20, list: 10 };
        expect(agreementOf(tableOf(other), options)).toEqual(agreementOf(tableOf(all), options));
      }),
    );
  });

  it("do not depend on the names of units and annotators, and only Cohen's κ asks who it was", () => {
    const exchanged = (ratings: readonly Rating[]) =>
      ratings.map(({ unit, annotator, category }, i) => ({
        unit: `${9 - Number(unit.slice(1))}`,
        annotator: `${annotator}${i}`,
        category,
      }));
    fc.assert(
      fc.property(someRatings, (ratings) => {
        expect(values(exchanged(ratings)).all).toEqual(values(ratings).all);
      }),
    );
  });

  it("do not depend on the names of categories", () => {
    const renamed = new Map([["d", "z"], ["m", "a"], ["v", "k"]]);
    fc.assert(
      fc.property(someRatings, (ratings) => {
        const other = ratings.map((rating) => ({ ...rating, category: renamed.get(rating.category) ?? "" }));
        expectClose(values(other).all, values(ratings).all);
        const kappas = (all: readonly Rating[]) => values(all).report.cohenKappa.pairs.map(({ value }) => value);
        expectClose(kappas(other), kappas(ratings));
      }),
    );
  });

  it("are 1 where everybody agrees on units of two categories or more, and never above 1", () => {
    const agreed = ratingsOf({ A: "v d m v d", B: "v d m v .", C: "v . m v d" });
    const { all, report } = values(agreed);
    expect(all).toEqual([1, 1, 1, 1]);
    expect(report.cohenKappa.pairs.map(({ value }) => value)).toEqual([1, 1, 1]);
    expect(report.disagreements).toEqual({ total: 0, listed: [] });
    fc.assert(
      fc.property(someRatings, (ratings) => {
        for (const value of values(ratings).all) expect(value ?? 1).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("Cohen's κ counts only the units that both rated", () => {
    const both = { A: "v v d d v", B: "v d d v v" };
    const more = { A: "v v d d v . m .", B: "v d d v v d . .", C: ". . . . . . . m" };
    const [pair, ...others] = values(ratingsOf(more)).report.cohenKappa.pairs;
    expect(pair).toMatchObject({ annotators: ["A", "B"], units: 5 });
    expect(pair?.value).toBeCloseTo(values(ratingsOf(both)).report.cohenKappa.value ?? Number.NaN, 12);
    expect(others.map(({ units, value }) => [units, value])).toEqual([[0, null], [0, null]]);
  });
});
