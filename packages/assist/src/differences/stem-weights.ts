import type { Clause } from "./clause.ts";

/** Weights of stems, from a case's own sentences: what stands everywhere tells nothing apart. */
export function stemWeights(clauses: readonly Clause[]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const { stems } of clauses) for (const word of stems) counts.set(word, (counts.get(word) ?? 0) + 1);
  const all = Math.log(1 + clauses.length);
  const weightOf = (count: number): number => Math.log(1 + clauses.length / (1 + count)) / all;
  const weights = new Map<string, number>();
  for (const [stem, count] of counts) weights.set(stem, weightOf(count));
  const unseen = weightOf(0);
  return (stem) => weights.get(stem) ?? unseen;
}
