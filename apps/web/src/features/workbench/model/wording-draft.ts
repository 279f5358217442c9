import { dropStored, readStored, writeStored } from "./stored.ts";

/** A claim's wording while it is written, kept on this machine until it is saved or given up. */
export interface WordingDraft {
  text: string;
  /** The version the person was looking at when they began (E5). */
  baseVersion: number;
}

function wordingKey(caseId: string, claimId: string): string {
  return `assay:wording:${caseId}:${claimId}`;
}

export function readWording(caseId: string, claim: { id: string; text: string; version: number }): WordingDraft {
  return readStored(wordingKey(caseId, claim.id), { text: claim.text, baseVersion: claim.version }, isDraft);
}

export function keepWording(caseId: string, claimId: string, draft: WordingDraft): void {
  writeStored(wordingKey(caseId, claimId), draft);
}

export function dropWording(caseId: string, claimId: string): void {
  dropStored(wordingKey(caseId, claimId));
}

/** The words written for a claim that was refused; null when nothing was written. */
export function takeWording(caseId: string, claimId: string): string | null {
  const draft = readStored<WordingDraft | null>(wordingKey(caseId, claimId), null, (value) => isDraft(value));
  dropWording(caseId, claimId);
  return draft?.text ?? null;
}

const newClaimKey = (caseId: string) => `assay:new-claim:${caseId}`;

/** What the form of a claim without a passage holds, over closing and a reload; "" empties it. */
export function keepNewClaim(caseId: string, text: string): void {
  if (text === "") dropStored(newClaimKey(caseId));
  else writeStored(newClaimKey(caseId), text);
}

export function readNewClaim(caseId: string): string {
  return readStored(newClaimKey(caseId), "", (value): value is string => typeof value === "string");
}

function isDraft(value: unknown): value is WordingDraft {
  return (
    typeof value === "object" &&
    value !== null &&
    "text" in value &&
    typeof value.text === "string" &&
    "baseVersion" in value &&
    typeof value.baseVersion === "number"
  );
}
