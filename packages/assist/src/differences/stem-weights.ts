import type { Clause } from "./clause.ts";

/** Weights of stems, from a case's own sentences: what stands everywhere tells nothing apart. */
export function stemWeights(clauses: readonly Clause[]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const { stems } of clauses) for (const word of stems) counts.set(word, (counts.get(word) ?? 0) + 1);
  const all = Math.log(1 + clauses.length);
  return (word) => Math.log(1 + clauses.length / (1 + (counts.get(word) ?? 0))) / all;
}
