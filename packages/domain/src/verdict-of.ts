import type { Stance } from "./stance.ts";
import type { VerdictKind } from "./verdict.ts";

/** What one settled cell says, and for which independence group. Groups are the same when they are written the same. */
export interface Vote {
  group: string;
  stance: Stance;
}

/** The rule of V1, nothing else: `threshold` is how many independent groups corroborate; 0 asks for none. */
export function verdictOf(votes: Iterable<Vote>, threshold: number): VerdictKind {
  const supports = new Set<string>();
  const refutes = new Set<string>();
  for (const { group, stance } of votes) {
    if (stance === "verified") supports.add(group);
    if (stance === "disputed") refutes.add(group);
  }
  if (supports.size > 0 && refutes.size > 0) return "conflicting";
  if (refutes.size > 0) return "refuted";
  if (supports.size === 0) return "not_enough_evidence";
  if (threshold <= 0) return "supported";
  return supports.size >= threshold ? "corroborated" : "single_source";
}
