import type { HighlightMark } from "../highlight-mark.ts";
import type { TextRange } from "../text-range.ts";
import type { SelectedText } from "./selection-model.ts";

/** Hits of the in-source search, in order; `current` is the index of the one looked at, -1 for none. */
export interface SearchState {
  ranges: readonly TextRange[];
  current: number;
}

export interface RevealOptions {
  /** Shows the passage for a moment in the accent. */
  flash?: boolean;
  /** `nearest` leaves the view alone when the whole passage is in it. */
  block?: "center" | "nearest";
  /** Puts the passage's first line this many pixels below the top of the view, wherever it was. */
  top?: number;
}

export interface PaneEvents {
  /** Whole graphemes, no white space at the ends; null when a selection has ended. */
  onSelect?: (range: SelectedText | null) => void;
  onCaret?: (offset: number) => void;
  /** Innermost mark first. */
  onMarkClick?: (marks: HighlightMark[]) => void;
  /** Innermost first, with the box of the line under the pointer; an empty list and null when it has left. */
  onMarkHover?: (marks: HighlightMark[], rect: DOMRect | null) => void;
}

export interface SourceTextApi {
  /** Of the text that the pane shows: places in another text are none in this one. */
  readonly revisionId: string;
  scrollToRange(range: TextRange, options?: RevealOptions): void;
  focus(): void;
  getSelection(): SelectedText | null;
  clearSelection(): void;
  select(range: TextRange): void;
  /** Moves the caret to the next mark, or to the first after the last; null when there is none. */
  nextMark(): HighlightMark | null;
  previousMark(): HighlightMark | null;
  readonly scrollElement: HTMLElement | null;
}
