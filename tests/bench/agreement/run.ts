import { agreementOf, ratingTable } from "@assay/domain";
import type { AgreementReport, Rating } from "@assay/domain";
import { median } from "../../support/figures.ts";
import type { Figure } from "../../support/figures.ts";

const UNITS = 100_000;
const ANNOTATORS = ["Ada", "Bo", "Cy", "Dee", "Eli"];
const STANCES = ["disputed", "missing", "verified"];
const ROUNDS = 7;
const BAR_MS = 1000;

/** Annotators who see the unit's own stance four times in five, and leave out one rating in twenty. */
function makeRatings(): Rating[] {
  let state = 12_345;
  const below = (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const ratings: Rating[] = [];
  for (let unit = 0; unit < UNITS; unit += 1) {
    const own = below(3);
    for (const annotator of ANNOTATORS) {
      if (below(20) === 0) continue;
      const seen = below(5) === 0 ? below(3) : own;
      ratings.push({ unit: `claim-${unit}`, annotator, category: STANCES[seen] ?? "" });
    }
  }
  return ratings;
}

/** From the ratings as they are read to the whole report. */
function measure(ratings: Rating[], resamples: number): AgreementReport {
  const made = ratingTable(ratings, STANCES);
  if (!made.ok) throw new Error(made.reason);
  return agreementOf(made.table, { seed: 1, resamples, list: 50 });
}

/** The least that anybody has to do with ratings in any order: count each unit's categories. */
function countOnly(ratings: Rating[]): number {
  const units = new Map<string, Map<string, number>>();
  for (const { unit, category } of ratings) {
    let counts = units.get(unit);
    if (counts === undefined) units.set(unit, (counts = new Map()));
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return units.size;
}

/** 100,000 units × 5 annotators: all measures, with and without intervals, beside counting alone. */
export async function runAgreementBench(): Promise<Figure[]> {
  const ratings = makeRatings();
  const report = measure(ratings, 0);
  const { value } = report.krippendorffAlpha;
  if (report.counts.units !== UNITS || value === null || value < 0.6 || value > 0.7) {
    throw new Error(`the data are not what they should be: ${report.counts.units} units, α ${value}`);
  }
  const times: Record<"plain" | "intervals" | "floor", number[]> = { plain: [], intervals: [], floor: [] };
  const timed = (into: number[], fn: () => unknown) => {
    const began = performance.now();
    fn();
    into.push(performance.now() - began);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    timed(times.floor, () => countOnly(ratings));
    timed(times.plain, () => measure(ratings, 0));
    timed(times.intervals, () => measure(ratings, 1000));
  }
  const [floor, plain, intervals] = [median(times.floor), median(times.plain), median(times.intervals)];
  const counting = `${ratings.length} ratings of ${UNITS} units counted in maps (floor)`;
  return [
    { figure: counting, value: floor, unit: "ms", bar: "", holds: null },
    { figure: "all measures, no intervals", value: plain, unit: "ms", bar: `≤ ${BAR_MS} ms`, holds: plain <= BAR_MS },
    { figure: "all measures / floor", value: plain / floor, unit: "×", bar: "", holds: null },
    { figure: "all measures, intervals of 1,000 resamples", value: intervals, unit: "ms", bar: "", holds: null },
  ];
}
