import type { ClaimType, ClaimView } from "@assay/domain";
import { CLAIM_TYPES, SPLIT_MIN } from "@assay/domain";

/** One of the narrower claims, as it is being written. */
export interface ChildDraft {
  id: string;
  text: string;
  type: ClaimType;
}

export interface SplitDraft {
  children: ChildDraft[];
  /** Annotators get what they said of the whole claim as a draft on each narrower one. */
  carry: boolean;
}

/** Starts from the whole claim's words: a narrower claim is mostly what is left of them. */
export function newSplit({ text, type }: Pick<ClaimView, "text" | "type">, newId: () => string): SplitDraft {
  return { children: Array.from({ length: SPLIT_MIN }, () => ({ id: newId(), text, type })), carry: true };
}

/** What was kept in this tab. Anything unreadable counts as nothing. */
export function readSplit(stored: string | null): SplitDraft | null {
  let read: unknown;
  try {
    read = JSON.parse(stored ?? "null");
  } catch {
    return null;
  }
  if (typeof read !== "object" || read === null) return null;
  const { children, carry } = read as Record<string, unknown>;
  if (!Array.isArray(children) || !children.every(isChild)) return null;
  return { children, carry: carry === true };
}

function isChild(value: unknown): value is ChildDraft {
  if (typeof value !== "object" || value === null) return false;
  const { id, text, type } = value as Record<string, unknown>;
  return typeof id === "string" && typeof text === "string" && CLAIM_TYPES.some((one) => one === type);
}
