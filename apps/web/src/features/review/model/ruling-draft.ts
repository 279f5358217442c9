import type { AdjudicationOutcome, CauseCode, Stance } from "@assay/domain";
import { ADJUDICATION_OUTCOMES, CAUSE_CODES, STANCES } from "@assay/domain";

/** What was chosen in a ruling that is not sent yet. */
export interface RulingDraft {
  outcome: AdjudicationOutcome;
  /** What is to stand after an overturn. */
  stance: Stance | null;
  cause: CauseCode;
}

export const NO_RULING: RulingDraft = { outcome: "uphold", stance: null, cause: "ambiguous_text" };

/** What was kept in this tab. Anything unreadable counts as nothing chosen. */
export function readRuling(stored: string | null): RulingDraft {
  let read: unknown;
  try {
    read = JSON.parse(stored ?? "null");
  } catch {
    return NO_RULING;
  }
  if (typeof read !== "object" || read === null) return NO_RULING;
  const { outcome, stance, cause } = read as Record<string, unknown>;
  return {
    outcome: ADJUDICATION_OUTCOMES.find((one) => one === outcome) ?? NO_RULING.outcome,
    stance: STANCES.find((one) => one === stance) ?? NO_RULING.stance,
    cause: CAUSE_CODES.find((one) => one === cause) ?? NO_RULING.cause,
  };
}
