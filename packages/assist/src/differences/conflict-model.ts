import { probability } from "../judge/boosted-trees.ts";
import { type Logistic, logisticValue } from "../judge/logistic.ts";
import type { ConflictCandidate, ConflictKind } from "./conflict-candidates.ts";

/**
 * How surely a candidate is a conflict: with what the claims say of it, and by the two sentences alone, which has no
 * weights for the figures at the end of a row that the claims give.
 */
export interface ConflictModel {
  claims: Record<ConflictKind, Logistic>;
  alone: Record<Exclude<ConflictKind, "claim">, Logistic>;
}

/**
 * From here on a conflict is shown. One that is none costs a look, one that is not shown is lost; two whole clauses say
 * less than two figures, and without a claim's word for it the sentences have to be surer.
 */
const SHOWN: Record<ConflictKind, number> = { value: 0.09, denial: 0.12, stance: 0.1, claim: 0.35 };
const SHOWN_ALONE = 0.4;

/** How surely it is a conflict, 0 to 1; null when it is not sure enough to be shown. */
export function conflictStrength(
  model: ConflictModel,
  { kind, row }: Pick<ConflictCandidate, "kind" | "row">,
): number | null {
  const told = probability(logisticValue(model.claims[kind], row));
  if (told >= SHOWN[kind]) return told;
  if (kind === "claim") return null;
  const alone = probability(logisticValue(model.alone[kind], row));
  return alone >= SHOWN_ALONE ? alone : null;
}
