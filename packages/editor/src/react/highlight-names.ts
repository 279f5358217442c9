import type { MarkStance } from "../highlight-mark.ts";

export const MARK_STATES = ["rest", "hover", "chosen"] as const;
export type MarkState = (typeof MARK_STATES)[number];

export const SELECTION_NAME = "assay-selection";
export const SEARCH_NAME = "assay-search";
export const SEARCH_CURRENT_NAME = "assay-search-current";
export const FLASH_NAME = "assay-flash";
/** What other people have selected. */
export const OTHERS_NAME = "assay-others";

/** Null for `missing`: a finding of absence has no words to mark. */
export function highlightName(stance: MarkStance, state: MarkState, depth: number): string | null {
  if (stance === "missing") return null;
  if (stance === "search") return SEARCH_NAME;
  return `assay-${stance}-${state}-${depth}`;
}

/** Louder paints later. */
export function highlightPriority(name: string): number {
  if (name === SELECTION_NAME) return 6;
  if (name === FLASH_NAME) return 5;
  if (name === SEARCH_CURRENT_NAME) return 4;
  if (name === SEARCH_NAME || name === OTHERS_NAME) return 3;
  return name.includes("-chosen-") ? 2 : name.includes("-hover-") ? 1 : 0;
}
