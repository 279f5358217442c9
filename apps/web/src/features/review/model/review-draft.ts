import type { ReviewDecision, Stance } from "@assay/domain";
import { isStance } from "@assay/domain";

export type SpokenDecision = Exclude<ReviewDecision, "approve">;
export const SPOKEN_DECISIONS: readonly SpokenDecision[] = ["request_changes", "challenge", "comment"];

/** What is typed about a tag and not sent yet. Each form keeps its own words. */
export interface ReviewDraft {
  open: SpokenDecision | null;
  reasons: Partial<Record<SpokenDecision, string>>;
  proposedStance: Stance | null;
}

export const NO_DRAFT: ReviewDraft = { open: null, reasons: {}, proposedStance: null };

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const keyOf = (tagId: string) => `assay.review.${tagId}`;

/** Survives a reload and a refused decision; gone when the tab is closed. Anything unreadable counts as nothing. */
export function readDraft(store: Store, tagId: string): ReviewDraft {
  let stored: unknown;
  try {
    stored = JSON.parse(store.getItem(keyOf(tagId)) ?? "null");
  } catch {
    return NO_DRAFT;
  }
  if (typeof stored !== "object" || stored === null) return NO_DRAFT;
  const { open, reasons, proposedStance } = stored as Record<string, unknown>;
  const said = typeof reasons === "object" && reasons !== null ? (reasons as Record<string, unknown>) : {};
  const kept: ReviewDraft["reasons"] = {};
  for (const decision of SPOKEN_DECISIONS) {
    const reason = said[decision];
    if (typeof reason === "string") kept[decision] = reason;
  }
  return {
    open: SPOKEN_DECISIONS.find((decision) => decision === open) ?? null,
    reasons: kept,
    proposedStance: isStance(proposedStance) ? proposedStance : null,
  };
}

export function keepDraft(store: Store, tagId: string, draft: ReviewDraft): void {
  const isEmpty = draft.open === null && Object.values(draft.reasons).every((reason) => reason === "");
  try {
    if (isEmpty) store.removeItem(keyOf(tagId));
    else store.setItem(keyOf(tagId), JSON.stringify(draft));
  } catch {
    // A full or forbidden store: the words stay on the page as long as it is open.
  }
}

/** The draft after one form was sent: the others keep their words. */
export function sentDraft(draft: ReviewDraft, decision: SpokenDecision): ReviewDraft {
  const { [decision]: _sent, ...reasons } = draft.reasons;
  return { open: null, reasons, proposedStance: decision === "challenge" ? null : draft.proposedStance };
}
