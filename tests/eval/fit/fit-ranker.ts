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

/** Softmax over the passages of a source: the right one is to come first. Gradient descent with momentum; no chance in it. */
export function fitRanker(groups: readonly RankedPassages[]): Ranker {
  const width = PASSAGE_FEATURES.length;
  const used = groups.filter(({ gold }) => gold.includes(true));
  const all = groups.flatMap(({ rows }) => rows);
  const scales = PASSAGE_FEATURES.map((name, f) => {
    if (LEFT_OUT.has(name)) return 0;
    const mean = all.reduce((sum, row) => sum + (row[f] ?? 0), 0) / Math.max(1, all.length);
    const spread = Math.sqrt(all.reduce((sum, row) => sum + ((row[f] ?? 0) - mean) ** 2, 0) / Math.max(1, all.length));
    return spread > 1e-6 ? 1 / spread : 0;
  });
  const scaled = used.map(({ rows, gold }) => ({ gold, rows: rows.map((row) => scales.map((scale, f) => scale * (row[f] ?? 0))) }));
  const weights = new Float64Array(width);
  const speed = new Float64Array(width);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight) => -RIDGE * weight);
    for (const group of scaled) addSlope(slope, weights, group);
    for (let f = 0; f < width; f++) {
      speed[f] = 0.9 * (speed[f] ?? 0) + (STEP * (slope[f] ?? 0)) / Math.max(1, used.length);
      weights[f] = (weights[f] ?? 0) + (speed[f] ?? 0);
    }
  }
  return { features: PASSAGE_FEATURES, weights: Array.from(weights, (weight, f) => Number((weight * (scales[f] ?? 0)).toFixed(4))) };
}

function addSlope(slope: Float64Array, weights: Float64Array, { rows, gold }: { rows: readonly number[][]; gold: readonly boolean[] }): void {
  const scores = rows.map((row) => row.reduce((sum, value, f) => sum + value * (weights[f] ?? 0), 0));
  const most = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const total = odds.reduce((a, b) => a + b, 0);
  const golden = odds.reduce((sum, odd, i) => sum + (gold[i] === true ? odd : 0), 0);
  rows.forEach((row, i) => {
    const pull = (gold[i] === true ? (odds[i] ?? 0) / golden : 0) - (odds[i] ?? 0) / total;
    row.forEach((value, f) => (slope[f] = (slope[f] ?? 0) + pull * value));
  });
}
