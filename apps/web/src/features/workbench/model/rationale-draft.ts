import { dropStored, readStored, writeStored } from "./stored.ts";

/** A rationale while it is written, kept on this machine until it is saved. */
export interface RationaleDraft {
  text: string;
  /** The rationale it was written over: a change of that one meanwhile is a conflict (E5). */
  base: string;
  /** Mine too, and on its way: whoever writes on while the answer takes its time is in nobody's way. */
  sent?: string;
  /** When the last letter was typed. Drafts of earlier versions of this page have none. */
  at?: number;
}

const keyOf = (caseId: string, tagId: string) => `assay:rationale:${caseId}:${tagId}`;

/** Nothing unsaved: it says what the tag says. */
export function readRationale(caseId: string, tag: { id: string; rationale: string }): RationaleDraft {
  return readStored(keyOf(caseId, tag.id), { text: tag.rationale, base: tag.rationale }, isDraft);
}

export function keepRationale(caseId: string, tagId: string, draft: RationaleDraft): void {
  const key = keyOf(caseId, tagId);
  if (draft.text === draft.base) dropStored(key);
  else writeStored(key, draft);
}

/** What stands there was written by somebody else, or by me elsewhere: neither text may take the other's place unasked (E5). */
export function isRationaleClash(stands: string, { base, sent, text }: RationaleDraft): boolean {
  return stands !== base && stands !== sent && stands !== text;
}

function isDraft(value: unknown): value is RationaleDraft {
  return (
    typeof value === "object" &&
    value !== null &&
    "text" in value &&
    typeof value.text === "string" &&
    "base" in value &&
    typeof value.base === "string" &&
    (!("sent" in value) || typeof value.sent === "string") &&
    (!("at" in value) || typeof value.at === "number")
  );
}
