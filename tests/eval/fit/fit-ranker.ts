import { PASSAGE_FEATURES } from "@assay/assist";
import type { Ranker } from "@assay/assist";

/** The passages of one source for one claim; `gold` marks those that share the quotation. */
export interface RankedPassages {
  bundle: string;
  rows: readonly ArrayLike<number>[];
  gold: readonly boolean[];
}

/** Where a passage stands or how long it is tells of these bundles, not of the claim. */
const LEFT_OUT = new Set<string>(["position", "length", "plain"]);
const RIDGE = 5;
const ROUNDS = 200;
const STEP = 0.5;
const WIDTH = PASSAGE_FEATURES.length;

/** Rows of one source, scaled, one after the other. */
interface Group {
  rows: Float64Array;
  gold: readonly boolean[];
}

/** Softmax over the passages of a source: the right one is to come first. Gradient descent with momentum; no chance in it. */
export function fitRanker(groups: readonly RankedPassages[]): Ranker {
  const used = groups.filter(({ gold }) => gold.includes(true));
  const scales = scalesOf(groups);
  const scaled = used.map(({ rows, gold }): Group => {
    const flat = new Float64Array(rows.length * WIDTH);
    rows.forEach((row, i) => scales.forEach((scale, f) => (flat[i * WIDTH + f] = scale * (row[f] ?? 0))));
    return { rows: flat, gold };
  });
  const weights = new Float64Array(WIDTH);
  const speed = new Float64Array(WIDTH);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight) => -RIDGE * weight);
    for (const group of scaled) addSlope(slope, weights, group);
    for (let f = 0; f < WIDTH; f++) {
      speed[f] = 0.9 * (speed[f] ?? 0) + (STEP * (slope[f] ?? 0)) / Math.max(1, used.length);
      weights[f] = (weights[f] ?? 0) + (speed[f] ?? 0);
    }
  }
  return { features: PASSAGE_FEATURES, weights: Array.from(weights, (weight, f) => Number((weight * (scales[f] ?? 0)).toFixed(4))) };
}

/** One over each feature's spread; nought for what is left out or does not vary. */
function scalesOf(groups: readonly RankedPassages[]): number[] {
  const sum = new Float64Array(WIDTH);
  const squares = new Float64Array(WIDTH);
  let count = 0;
  for (const { rows } of groups) {
    count += rows.length;
    for (const row of rows) for (let f = 0; f < WIDTH; f++) sum[f] = (sum[f] as number) + (row[f] as number);
  }
  for (const { rows } of groups) {
    for (const row of rows)
      for (let f = 0; f < WIDTH; f++) squares[f] = (squares[f] as number) + ((row[f] as number) - (sum[f] as number) / Math.max(1, count)) ** 2;
  }
  return PASSAGE_FEATURES.map((name, f) => {
    const spread = Math.sqrt((squares[f] as number) / Math.max(1, count));
    return LEFT_OUT.has(name) || spread <= 1e-6 ? 0 : 1 / spread;
  });
}

function addSlope(slope: Float64Array, weights: Float64Array, { rows, gold }: Group): void {
  const odds = new Float64Array(gold.length);
  let most = -Infinity;
  for (let i = 0; i < odds.length; i++) {
    let score = 0;
    for (let f = 0; f < WIDTH; f++) score += (rows[i * WIDTH + f] as number) * (weights[f] as number);
    odds[i] = score;
    most = Math.max(most, score);
  }
  let [total, golden] = [0, 0];
  for (let i = 0; i < odds.length; i++) {
    const odd = Math.exp((odds[i] as number) - most);
    odds[i] = odd;
    total += odd;
    if (gold[i] === true) golden += odd;
  }
  for (let i = 0; i < odds.length; i++) {
    const odd = odds[i] as number;
    const pull = (gold[i] === true ? odd / golden : 0) - odd / total;
    for (let f = 0; f < WIDTH; f++) slope[f] = (slope[f] as number) + pull * (rows[i * WIDTH + f] as number);
  }
}
