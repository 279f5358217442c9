import { describe, expect, it } from "vitest";
import type { Rating } from "./rating.ts";
import { AGREEMENT_DEFAULTS, agreementOf } from "./agreement-of.ts";
import { binomial } from "./binomial.ts";
import { seededRandom } from "./random.ts";
import { byUnit, ratingsOf, ratingsOfCells, tableOf } from "./testing/rating-data.ts";

/** Pearson's X² of draws against the exact distribution, cells of at least ten expected, and its degrees of freedom. */
function fit(trials: number, probability: number, draws: number): { statistic: number; freedom: number } {
  const random = seededRandom(11, trials);
  const seen = new Float64Array(trials + 1);
  for (let i = 0; i < draws; i += 1) seen[binomial(trials, probability, random)]! += 1;
  let logMass = trials * Math.log1p(-probability);
  let statistic = 0;
  let cells = 0;
  let [expected, observed] = [0, 0];
  for (let k = 0; k <= trials; k += 1) {
    expected += draws * Math.exp(logMass);
    observed += seen[k] ?? 0;
    logMass += Math.log(((trials - k) / (k + 1)) * (probability / (1 - probability)));
    if (expected < 10 && k < trials) continue;
    statistic += (observed - expected) ** 2 / Math.max(expected, 1e-9);
    cells += 1;
    [expected, observed] = [0, 0];
  }
  return { statistic, freedom: cells - 1 };
}

describe("binomial", () => {
  it.each([
    [1, 0.3],
    [12, 0.5],
    [30, 0.1],
    [200, 0.04],
    [60, 0.4],
    [400, 0.93],
    [5000, 0.02],
    [100_000, 0.31],
  ])("draws from the exact distribution of %i trials at %f", (trials, probability) => {
    const { statistic, freedom } = fit(trials, probability, 40_000);
    // Six standard deviations of X² above its mean; the draws are seeded, so this either holds or never does.
    expect(statistic).toBeLessThan(freedom + 6 * Math.sqrt(2 * Math.max(freedom, 1)));
    expect(freedom).toBeGreaterThan(0);
  });

  it("is certain at the ends", () => {
    const random = seededRandom(1);
    expect([binomial(9, 0, random), binomial(9, 1, random), binomial(0, 0.5, random)]).toEqual([0, 9, 0]);
  });
});

describe("seededRandom", () => {
  it("repeats itself by seed and stream, differs between them, and stays in [0, 1)", () => {
    const first = (seed: number, stream: number) => {
      const random = seededRandom(seed, stream);
      return Array.from({ length: 1000 }, random);
    };
    expect(first(3, 1)).toEqual(first(3, 1));
    expect(new Set([first(3, 1), first(3, 2), first(4, 1), first(0, 0)].map(([one]) => one)).size).toBe(4);
    const many = first(5, 0);
    expect(Math.min(...many)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...many)).toBeLessThan(1);
    expect(many.reduce((sum, one) => sum + one, 0) / 1000).toBeCloseTo(0.5, 1);
  });
});

describe("intervals", () => {
  const data = ratingsOf({
    A: "v v d m v d v v d m v d d v m v v d v m v d v v",
    B: "v d d m v d v m d m v d v v m v d d v m v d v v",
    C: "v v d m . d v v d v v d d v m v v d v . v m v v",
  });

  /** The same thing done the long way: units drawn one by one, and the whole table built again each time. */
  function longWay(ratings: readonly Rating[], rounds: number): Record<"alpha" | "ac1" | "fleiss", [number, number]> {
    const units = byUnit(ratings);
    const random = seededRandom(99);
    const drawn = Array.from({ length: rounds }, () => {
      const sample = units.flatMap((_, copy) =>
        (units[Math.floor(random() * units.length)] ?? []).map((rating) => ({ ...rating, unit: `${copy}` })),
      );
      return agreementOf(tableOf(sample, ["d", "m", "v"]), { ...AGREEMENT_DEFAULTS, resamples: 0 });
    });
    const middle = (values: number[]): [number, number] => {
      values.sort((a, b) => a - b);
      return [values[Math.floor(rounds * 0.025)] ?? 0, values[Math.floor(rounds * 0.975)] ?? 0];
    };
    return {
      alpha: middle(drawn.map((one) => one.krippendorffAlpha.value ?? 0)),
      ac1: middle(drawn.map((one) => one.gwetAc1.value ?? 0)),
      fleiss: middle(drawn.map((one) => one.fleissKappa.value ?? 0)),
    };
  }

  it("are those of drawing units with replacement and measuring each sample anew", () => {
    const fast = agreementOf(tableOf(data, ["d", "m", "v"]), { seed: 5, resamples: 4000, list: 0 });
    const slow = longWay(data, 2000);
    const pairs = [
      [fast.krippendorffAlpha, slow.alpha],
      [fast.gwetAc1, slow.ac1],
      [fast.fleissKappa, slow.fleiss],
    ] as const;
    for (const [{ interval, value }, [low, high]] of pairs) {
      expect(Math.abs((interval?.low ?? 9) - low)).toBeLessThan(0.04);
      expect(Math.abs((interval?.high ?? 9) - high)).toBeLessThan(0.04);
      expect(interval?.low).toBeLessThan(value ?? 0);
      expect(interval?.high).toBeGreaterThan(value ?? 1);
    }
  });

  it("end at the 2.5th and 97.5th percentiles", () => {
    // Resampled agreement on 100 units of which 70 agree is binomial; P(≤ 60) = .021, P(≤ 61) = .034, and above
    // P(≤ 78) = .971, P(≤ 79) = .984: the percentiles are 61 and 79 of a hundred.
    const ratings = ratingsOfCells([[40, 18], [12, 30]]);
    const { percentAgreement } = agreementOf(tableOf(ratings), { seed: 4, resamples: 4000, list: 0 });
    expect(percentAgreement.interval).toEqual({ low: 0.61, high: 0.79, undefinedResamples: 0 });
  });

  it("are the same by the same seed, and others by another", () => {
    const by = (seed: number) => agreementOf(tableOf(data), { seed, resamples: 100, list: 0 });
    expect(by(1)).toEqual(by(1));
    expect(by(1).krippendorffAlpha.interval).not.toEqual(by(2).krippendorffAlpha.interval);
  });

  it("shrink with the root of n, and are near the large-sample interval that Cohen gives", () => {
    // Cohen (1960): σκ = √(p_o (1 − p_o) / N (1 − p_e)²) = .055 for N = 200, so that 95 % of κ = .492 is .384 to .600.
    const cells = [[88, 14, 18], [10, 40, 10], [2, 6, 12]];
    const interval = (times: number) => {
      const ratings = ratingsOfCells(cells.map((row) => row.map((count) => count * times)));
      return agreementOf(tableOf(ratings), { seed: 3, resamples: 4000, list: 0 }).cohenKappa.interval;
    };
    const once = interval(1);
    expect(Math.abs((once?.low ?? 0) - 0.384)).toBeLessThan(0.02);
    expect(Math.abs((once?.high ?? 0) - 0.6)).toBeLessThan(0.02);
    const ninefold = interval(9);
    const width = (of: typeof once) => (of?.high ?? 0) - (of?.low ?? 0);
    expect(width(once) / width(ninefold)).toBeGreaterThan(2.7);
    expect(width(once) / width(ninefold)).toBeLessThan(3.3);
  });

  it("leave out, and count, the resamples in which a measure is undefined", () => {
    // Two of sixty units are in the other category: both are missed in about (58/60)^60 = 13 %, four of them in 1.6 %.
    const rare = (n: number) => {
      const ratings = ratingsOfCells([[60 - n, 0], [0, n]]);
      return agreementOf(tableOf(ratings), { seed: 2, resamples: 1000, list: 0 }).krippendorffAlpha;
    };
    expect(rare(2)).toMatchObject({ value: 1, interval: null });
    expect(rare(4).interval?.undefinedResamples).toBeGreaterThan(3);
    expect(rare(4).interval?.undefinedResamples).toBeLessThan(40);
  });
});
