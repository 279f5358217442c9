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
