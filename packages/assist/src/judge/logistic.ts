/** Log odds as a weighted sum of the features. */
export interface Logistic {
  bias: number;
  weights: readonly number[];
}

export function logisticValue({ bias, weights }: Logistic, row: ArrayLike<number>): number {
  let sum = bias;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (row[i] ?? 0);
  return sum;
}
