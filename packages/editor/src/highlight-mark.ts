import type { Stance } from "@assay/domain";

export type MarkStance = Stance | "suggest" | "search";

/** One highlighted passage. */
export interface HighlightMark {
  id: string;
  claimId: string;
  tagId: string;
  start: number;
  end: number;
  stance: MarkStance;
  /** What the left margin shows beside the chosen claim: its number, as in `C5`. */
  label: string;
  /** A newer text has other words here than its author marked, and nobody has stood by them yet. */
  changed?: true;
}

/** Reading order: by start; of two that begin together the longer first, so that the outer mark comes before the inner. */
export function compareMarks(a: HighlightMark, b: HighlightMark): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

export function isSameMark(a: HighlightMark, b: HighlightMark): boolean {
  return (
    a === b ||
    (a.start === b.start &&
      a.end === b.end &&
      a.stance === b.stance &&
      a.claimId === b.claimId &&
      a.tagId === b.tagId &&
      a.label === b.label &&
      a.changed === b.changed)
  );
}
