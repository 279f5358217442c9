import { snapToGraphemes, trimRange } from "@assay/domain";
import type { TextRange } from "../text-range.ts";

export interface SelectedText extends TextRange {
  text: string;
}

/** A pane's selection in offsets of its text. The DOM's selection follows it, and is lost whenever focus goes elsewhere. */
export class SelectionModel {
  readonly #text: string;
  anchor: number | null = null;
  focus: number | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** False when nothing changed. */
  set(anchor: number, focus: number): boolean {
    if (this.anchor === anchor && this.focus === focus) return false;
    this.anchor = anchor;
    this.focus = focus;
    return true;
  }

  get isCollapsed(): boolean {
    return this.anchor === this.focus;
  }

  /** What is selected: whole graphemes (X3), without white space at either end; null when that leaves nothing. */
  selected(): SelectedText | null {
    if (this.anchor === null || this.focus === null || this.isCollapsed) return null;
    const start = Math.min(this.anchor, this.focus);
    const end = Math.max(this.anchor, this.focus);
    const snapped = snapToGraphemes(this.#text, start, end);
    const range = trimRange(this.#text, snapped.start, snapped.end);
    return range === null ? null : { ...range, text: this.#text.slice(range.start, range.end) };
  }
}
