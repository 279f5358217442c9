/**
 * Boosted trees of equal depth. A tree of depth d is 2^d - 1 questions ("is feature f at most t?"; yes goes left) in
 * the order of a heap, and 2^d leaves.
 */
export interface BoostedTrees {
  /** Names of the features, in the order in which a row holds them. */
  features: readonly string[];
  depth: number;
  bias: number;
  trees: readonly { ask: readonly number[]; at: readonly number[]; leaf: readonly number[] }[];
}

/** Log odds. */
export function treesValue({ bias, depth, trees }: BoostedTrees, row: ArrayLike<number>): number {
  let sum = bias;
  const inner = 2 ** depth - 1;
  for (const { ask, at, leaf } of trees) {
    let node = 0;
    while (node < inner) node = 2 * node + ((row[ask[node] ?? 0] ?? 0) <= (at[node] ?? 0) ? 1 : 2);
    sum += leaf[node - inner] ?? 0;
  }
  return sum;
}

export const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
