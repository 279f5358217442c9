import type { Interval, IntervalOrReason } from "./bootstrap.ts";
import type { AnnotatorPair } from "./cohen-kappa.ts";
import type { Coincidences } from "./coincidences.ts";
import type { Confusion } from "./confusion.ts";
import type { Disagreements } from "./disagreements.ts";
import type { Measured } from "./measured.ts";
import type { RatingTable } from "./rating.ts";
import type { UnitProfiles } from "./unit-profiles.ts";
import { agreementWarnings } from "./agreement-warnings.ts";
import { bootstrap } from "./bootstrap.ts";
import { annotatorPairs, cohenKappa, pairAgreement } from "./cohen-kappa.ts";
import { coincidencesOf } from "./coincidences.ts";
import { confusionOf } from "./confusion.ts";
import { disagreementsOf } from "./disagreements.ts";
import { fleissKappa } from "./fleiss-kappa.ts";
import { gwetAc1 } from "./gwet-ac1.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";
import { percentAgreement } from "./percent-agreement.ts";
import { seededRandom } from "./random.ts";
import { unitProfiles } from "./unit-profiles.ts";

/** `reason` says why there is no value, or why there is a value and no interval; null where both are there. */
export interface AgreementMeasure {
  value: number | null;
  interval: Interval | null;
  reason: string | null;
}

export interface PairMeasure extends AgreementMeasure {
  annotators: [string, string];
  /** Units that both rated. */
  units: number;
  percentAgreement: number | null;
}

export interface AgreementOptions {
  seed: number;
  resamples: number;
  /** How many of the units that divide annotators are listed. */
  list: number;
  /** What the warnings call a unit, in the singular: "cell", say. */
  unit?: string;
}

export interface AgreementReport {
  counts: {
    units: number;
    annotators: number;
    ratings: number;
    categories: number;
    /** Units with two ratings or more, and the ratings in them. */
    pairableUnits: number;
    pairableRatings: number;
  };
  warnings: string[];
  percentAgreement: AgreementMeasure;
  /** A value of its own where there are exactly two annotators. */
  cohenKappa: AgreementMeasure & { pairs: PairMeasure[] };
  fleissKappa: AgreementMeasure;
  krippendorffAlpha: AgreementMeasure;
  gwetAc1: AgreementMeasure;
  bootstrap: { seed: number; resamples: number };
  confusion: Confusion;
  disagreements: Disagreements;
}

export const AGREEMENT_DEFAULTS: AgreementOptions = { seed: 1, resamples: 1000, list: 50 };

/** Every measure of agreement on a table. The same table and options give the same report, to the last digit. */
export function agreementOf(table: RatingTable, options: AgreementOptions = AGREEMENT_DEFAULTS): AgreementReport {
  const { seed, resamples, list } = options;
  const profiles = unitProfiles(table);
  const counted = coincidencesOf(profiles);
  const [agreement, fleiss, alpha, ac1] = overall(profiles, counted, options);
  const pairs = annotatorPairs(table);
  return {
    counts: {
      units: table.units.length,
      annotators: table.annotators.length,
      ratings: table.categoryOf.length,
      categories: table.categories.length,
      pairableUnits: counted.pairableUnits,
      pairableRatings: counted.margins.reduce((sum, margin) => sum + margin, 0),
    },
    warnings: agreementWarnings(counted, profiles, table, options.unit),
    percentAgreement: agreement,
    cohenKappa: cohenOf(table, pairs, options),
    fleissKappa: fleiss,
    krippendorffAlpha: alpha,
    gwetAc1: ac1,
    bootstrap: { seed, resamples },
    confusion: confusionOf(table, profiles, pairs),
    disagreements: disagreementsOf(table, profiles, list),
  };
}

type Four<T> = [T, T, T, T];

function overall(profiles: UnitProfiles, counted: Coincidences, options: AgreementOptions): Four<AgreementMeasure> {
  const measures = (of: Coincidences): Four<Measured> => [
    percentAgreement(of),
    fleissKappa(of),
    krippendorffAlpha(of),
    gwetAc1(of),
  ];
  const values = measures(counted);
  const intervals = resampled(profiles.weights, (drawn) => measures(coincidencesOf(profiles, drawn)), options, 0);
  return values.map((value, i) => withInterval(value, intervals[i])) as Four<AgreementMeasure>;
}

/** Resampling every cell of every pair is all that can take minutes: about ten seconds are enough. */
const MOST_PAIR_DRAWS = 100_000_000;

function cohenOf(
  table: RatingTable,
  tallied: readonly AnnotatorPair[],
  options: AgreementOptions,
): AgreementReport["cohenKappa"] {
  const draws = options.resamples * tallied.reduce((sum, { weights }) => sum + weights.length, 0);
  // Every pair is resampled by the same stream, so that its interval does not depend on who else took part.
  const tooMany = `No interval: ${tallied.length} pairs are too many for ${options.resamples} resamples.`;
  const interval = (pair: AnnotatorPair): IntervalOrReason | undefined =>
    draws > MOST_PAIR_DRAWS
      ? { interval: null, reason: tooMany }
      : resampled(pair.weights, (drawn) => [cohenKappa(pair, drawn)], options, 1)[0];
  const pairs = tallied.map((pair) => pairMeasure(table, pair, interval(pair)));
  const [only] = pairs;
  if (only !== undefined && pairs.length === 1) {
    return { value: only.value, interval: only.interval, reason: only.reason, pairs };
  }
  const many = table.annotators.length;
  const reason =
    many < 2 ? "There are no two annotators." : `It is between two annotators and there are ${many}: see pairs.`;
  return { value: null, interval: null, reason, pairs };
}

function pairMeasure(table: RatingTable, pair: AnnotatorPair, interval: IntervalOrReason | undefined): PairMeasure {
  return {
    annotators: [table.annotators[pair.first] ?? "", table.annotators[pair.second] ?? ""],
    units: pair.units,
    percentAgreement: pairAgreement(pair, pair.weights).value,
    ...withInterval(cohenKappa(pair, pair.weights), interval),
  };
}

/** One unit drawn with replacement is always itself: an interval of no width that would look like certainty. */
function resampled(
  weights: Float64Array,
  measures: (drawn: Float64Array) => readonly Measured[],
  { seed, resamples }: AgreementOptions,
  stream: number,
): IntervalOrReason[] {
  if (weights.reduce((sum, weight) => sum + weight, 0) < 2) {
    return measures(weights).map(() => ({ interval: null, reason: "No interval: one unit cannot be resampled." }));
  }
  return bootstrap(weights, measures, resamples, seededRandom(seed, stream));
}

function withInterval(measure: Measured, found: IntervalOrReason | undefined): AgreementMeasure {
  if (measure.value === null) return { value: null, interval: null, reason: measure.reason };
  return { value: measure.value, interval: found?.interval ?? null, reason: found?.reason ?? null };
}
