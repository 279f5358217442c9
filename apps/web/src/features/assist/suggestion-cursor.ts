import { create } from "zustand";
import type { ReadCell } from "./assist-types.ts";

interface Cursor {
  /** "claim source": the cell whose suggested passages are gone through. */
  cell: string;
  /** "revision start end": the one that was gone to. */
  passage: string;
  claim: string;
  difference: number | null;
  /** The cell to which the key for the next open one led: what is accepted there leads on. */
  walkedTo: string;
}

/** Where the keys stand in the suggestions for the chosen claim. Another cell, or claim, begins anew. */
export const useSuggestionCursor = create<Cursor>(() => ({ cell: "", passage: "", claim: "", difference: null, walkedTo: "" }));

const cellKey = (claimId: string, sourceId: string) => `${claimId} ${sourceId}`;

const nameOf = (revisionId: string, { start, end }: { start: number; end: number }) => `${revisionId} ${start} ${end}`;

/** Its place among the cell's passages, whatever has come before it since; the first where none was gone to. */
export function passageAt(cursor: Cursor, { claimId, source, revisionId, passages }: ReadCell): number {
  if (cursor.cell !== cellKey(claimId, source)) return 0;
  return Math.max(0, passages.findIndex((one) => nameOf(revisionId, one) === cursor.passage));
}

/** The passage that was gone to is not suggested any more. */
export function hasLostItsPassage(cursor: Cursor, { claimId, source, revisionId, passages }: ReadCell): boolean {
  return cursor.cell === cellKey(claimId, source) && !passages.some((one) => nameOf(revisionId, one) === cursor.passage);
}

export function hasGoneTo(cursor: Cursor, { claimId, source }: ReadCell): boolean {
  return cursor.cell === cellKey(claimId, source);
}

export function differenceAt({ claim, difference }: Cursor, claimId: string): number | null {
  return claim === claimId ? difference : null;
}

export function pointAtPassage({ claimId, source, revisionId, passages }: ReadCell, at: number): void {
  const passage = passages[at];
  if (passage !== undefined) useSuggestionCursor.setState({ cell: cellKey(claimId, source), passage: nameOf(revisionId, passage) });
}

export function pointAtDifference(claimId: string, difference: number): void {
  useSuggestionCursor.setState({ claim: claimId, difference });
}

export function walkTo(claimId: string, sourceId: string): void {
  useSuggestionCursor.setState({ walkedTo: cellKey(claimId, sourceId) });
}

export function isWalkedTo(claimId: string, sourceId: string): boolean {
  return useSuggestionCursor.getState().walkedTo === cellKey(claimId, sourceId);
}
