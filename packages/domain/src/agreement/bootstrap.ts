import type { Measured } from "./measured.ts";
import type { Random } from "./random.ts";
import { binomial } from "./binomial.ts";

/** The middle 95 % of a measure over resamples. */
export interface Interval {
  low: number;
  high: number;
  /** Resamples in which the measure was undefined (all of one category, say); they are left out. */
  undefinedResamples: number;
}

export type IntervalOrReason = { interval: Interval; reason: null } | { interval: null; reason: string };

/** With more undefined resamples than this, those that remain are no longer a fair picture. */
const MOST_UNDEFINED = 0.05;

/**
 * Percentile intervals (Efron) of several measures of one sample, from the same resamples of its units.
 * `weights` counts units that are alike: drawing as many units with replacement is one multinomial draw over the kinds,
 * so the cost grows with the kinds and not with the units.
 */
export function bootstrap(
  weights: Float64Array,
  measures: (resample: Float64Array) => readonly Measured[],
  resamples: number,
  random: Random,
): IntervalOrReason[] {
  const resample = new Float64Array(weights.length);
  const values = measures(weights).map(() => new Float64Array(resamples));
  const defined = values.map(() => 0);
  for (let round = 0; round < resamples; round += 1) {
    drawUnits(weights, resample, random);
    for (const [measure, { value }] of measures(resample).entries()) {
      if (value !== null) values[measure]![defined[measure]!++] = value;
    }
  }
  return values.map((all, measure) => intervalOf(all.subarray(0, defined[measure]), resamples));
}

function drawUnits(weights: Float64Array, resample: Float64Array, random: Random): void {
  let rest = weights.reduce((sum, weight) => sum + weight, 0);
  let left = rest;
  for (let kind = 0; kind < weights.length; kind += 1) {
    const weight = weights[kind] ?? 0;
    const drawn = binomial(left, weight / rest, random);
    resample[kind] = drawn;
    left -= drawn;
    rest -= weight;
  }
}

function intervalOf(values: Float64Array, resamples: number): IntervalOrReason {
  if (resamples === 0) return { interval: null, reason: "No interval: no resamples were asked for." };
  const undefinedResamples = resamples - values.length;
  if (undefinedResamples > resamples * MOST_UNDEFINED) {
    const share = `${undefinedResamples} of ${resamples} resamples`;
    return { interval: null, reason: `No interval: the measure is undefined in ${share}.` };
  }
  values.sort();
  const interval = { low: quantile(values, 0.025), high: quantile(values, 0.975), undefinedResamples };
  return { interval, reason: null };
}

/** Between two order statistics, in proportion (the usual definition 7 of Hyndman and Fan). */
function quantile(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share;
  const low = sorted[Math.floor(position)] ?? Number.NaN;
  const high = sorted[Math.ceil(position)] ?? low;
  return low + (high - low) * (position - Math.floor(position));
}
