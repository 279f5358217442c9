import type { Logistic } from "@assay/assist";

const RIDGE = 30;
const ROUNDS = 250;
const STEP = 4;

/** Logistic regression on features of one spread, by gradient descent with momentum. No chance in it. */
export function fitLogistic(rows: readonly ArrayLike<number>[], labels: readonly number[]): Logistic {
  const width = rows[0]?.length ?? 0;
  const count = rows.length;
  const means = new Float64Array(width);
  const spreads = new Float64Array(width);
  for (let f = 0; f < width; f++) {
    for (const row of rows) means[f] = (means[f] ?? 0) + (row[f] ?? 0) / count;
    for (const row of rows) spreads[f] = (spreads[f] ?? 0) + ((row[f] ?? 0) - (means[f] ?? 0)) ** 2 / count;
    spreads[f] = Math.sqrt(spreads[f] ?? 0);
  }
  const flat = new Float64Array(count * width);
  rows.forEach((row, i) => {
    for (let f = 0; f < width; f++) {
      const spread = spreads[f] ?? 0;
      flat[i * width + f] = spread > 1e-6 ? ((row[f] ?? 0) - (means[f] ?? 0)) / spread : 0;
    }
  });
  const weights = new Float64Array(width + 1);
  const speed = new Float64Array(width + 1);
  const slope = new Float64Array(width + 1);
  for (let round = 0; round < ROUNDS; round++) {
    slope.fill(0);
    for (let i = 0; i < count; i++) {
      const at = i * width;
      let value = weights[width] as number;
      for (let f = 0; f < width; f++) value += (weights[f] as number) * (flat[at + f] as number);
      const miss = (labels[i] as number) - 1 / (1 + Math.exp(-value));
      for (let f = 0; f < width; f++) slope[f] = (slope[f] as number) + miss * (flat[at + f] as number);
      slope[width] = (slope[width] as number) + miss;
    }
    for (let f = 0; f <= width; f++) {
      const pull = (slope[f] ?? 0) - (f < width ? RIDGE * (weights[f] ?? 0) : 0);
      speed[f] = 0.9 * (speed[f] ?? 0) + ((STEP / width) * pull) / count;
      weights[f] = (weights[f] ?? 0) + (speed[f] ?? 0);
    }
  }
  const unscaled = Array.from({ length: width }, (_, f) => ((spreads[f] ?? 0) > 1e-6 ? (weights[f] ?? 0) / (spreads[f] ?? 1) : 0));
  const bias = (weights[width] ?? 0) - unscaled.reduce((sum, weight, f) => sum + weight * (means[f] ?? 0), 0);
  return { bias: Number(bias.toFixed(5)), weights: unscaled.map((weight) => Number(weight.toPrecision(5))) };
}
