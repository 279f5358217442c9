import type { AssistClaim, CellSuggestion, DifferenceType, QuoteRelation } from "@assay/assist";

/** From this score on the machine is called sure; it is still no record. */
const LIKELY = 0.75;

/** A suggestion is never more than likely. */
export function sureness({ score }: CellSuggestion): string {
  return score >= LIKELY ? "likely" : "unsure";
}

/** Said of a cell that is read as disputed as a whole, without a difference that shows it. */
export const AS_A_WHOLE = "no single word or figure stands against the claim; compare the whole wording";

export const isDisputedAsAWhole = ({ suggestion, differences }: CellSuggestion): boolean =>
  suggestion === "disputed" && differences.every(({ compatible }) => compatible);

/** The numbers under which a report lists these claims. */
export function claimNumbers(about: readonly string[], claims: readonly AssistClaim[]): number[] {
  const known = new Set(about);
  return claims.flatMap(({ id }, at) => (known.has(id) ? [at + 1] : []));
}

export const differenceWord = (type: DifferenceType): string => (type === "quote" ? "quotation" : type);

const RELATIONS: Record<QuoteRelation, string> = { identical: "same words", truncated: "cut short", altered: "altered" };
export const relationWord = (relation: QuoteRelation): string => RELATIONS[relation];

export const NOT_REVIEWED =
  "Nobody has reviewed this. A machine read the texts by rule and by count, on this computer; it proposes, and it is " +
  "wrong often enough. “Verified” means that the source seems to say so, not that it is true; “missing” means that " +
  "nothing was found, not that somebody read the whole text and found nothing.";
