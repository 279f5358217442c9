import { isStringList, readStored, writeStored } from "./stored.ts";

/** What was searched for in a source while a claim was chosen: it is offered to that cell's attestation (S3). */
export function addTerm(terms: readonly string[], term: string): string[] {
  const clean = term.trim();
  if (clean === "") return [...terms];
  const folded = clean.toLowerCase();
  return terms.some((known) => known.toLowerCase() === folded) ? [...terms] : [...terms, clean];
}

function keyOf(caseId: string, claimId: string, sourceId: string): string {
  return `assay:terms:${caseId}:${claimId}:${sourceId}`;
}

export function readTerms(caseId: string, claimId: string, sourceId: string): string[] {
  return readStored(keyOf(caseId, claimId, sourceId), [], isStringList);
}

export function rememberTerm(caseId: string, claimId: string, sourceId: string, term: string): void {
  writeStored(keyOf(caseId, claimId, sourceId), addTerm(readTerms(caseId, claimId, sourceId), term));
}
