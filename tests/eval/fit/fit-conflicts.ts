import { CLAIM_FIGURES } from "@assay/assist";
import type { ConflictCandidate, ConflictKind, ConflictModel, Logistic } from "@assay/assist";
import { fitLogistic } from "./fit-logistic.ts";

/** A candidate and whether the gold has it as a conflict. */
export interface JudgedConflict extends ConflictCandidate {
  bundle: string;
  right: boolean;
}

/** Fitted on candidates that claims speak of as well; once with what the claims say and once without. */
export function fitConflicts(judged: readonly JudgedConflict[]): ConflictModel {
  const fit = (kind: ConflictKind, width?: number): Logistic => {
    const these = judged.filter((one) => one.kind === kind);
    return fitLogistic(
      these.map(({ row }) => row.slice(0, width)),
      these.map(({ right }) => (right ? 1 : 0)),
    );
  };
  const alone = (kind: ConflictKind): Logistic => fit(kind, -CLAIM_FIGURES);
  return {
    claims: { value: fit("value"), denial: fit("denial"), stance: fit("stance"), claim: fit("claim") },
    alone: { value: alone("value"), denial: alone("denial"), stance: alone("stance") },
  };
}
