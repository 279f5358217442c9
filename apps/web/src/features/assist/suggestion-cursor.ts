import { create } from "zustand";

interface Cursor {
  /** "claim source": the cell whose suggested passages are gone through. */
  cell: string;
  passage: number;
  claim: string;
  difference: number | null;
  /** The cell to which the key for the next open one led: what is accepted there leads on. */
  walkedTo: string;
}

/** Where the keys stand in the suggestions for the chosen claim. Another cell, or claim, begins anew. */
export const useSuggestionCursor = create<Cursor>(() => ({ cell: "", passage: 0, claim: "", difference: null, walkedTo: "" }));

const cellKey = (claimId: string, sourceId: string) => `${claimId} ${sourceId}`;

export function passageAt({ cell, passage }: Cursor, claimId: string, sourceId: string): number {
  return cell === cellKey(claimId, sourceId) ? passage : 0;
}

export function differenceAt({ claim, difference }: Cursor, claimId: string): number | null {
  return claim === claimId ? difference : null;
}

export function pointAtPassage(claimId: string, sourceId: string, passage: number): void {
  useSuggestionCursor.setState({ cell: cellKey(claimId, sourceId), passage });
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
