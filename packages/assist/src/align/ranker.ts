/** Orders the passages of one source: a weight for each feature of a passage. Fitted, or null for the plain score. */
export interface Ranker {
  features: readonly string[];
  weights: readonly number[];
}

export function rankScore({ weights }: Ranker, row: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (row[i] ?? 0);
  return sum;
}
