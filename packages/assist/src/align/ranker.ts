/** Orders the passages of one source: a weight for each feature of a passage. Fitted, or null for the plain score. */
export interface Ranker {
  features: readonly string[];
  weights: readonly number[];
}

/** `from` is where the row begins. */
export function rankScore({ weights }: Ranker, row: Float64Array, from = 0): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] as number) * (row[from + i] as number);
  return sum;
}
