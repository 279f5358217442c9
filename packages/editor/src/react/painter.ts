import type { TextRange } from "../text-range.ts";

/** A stretch of one block to be painted under a highlight name. */
export interface Stroke extends TextRange {
  name: string;
}

export interface Painter {
  /** Makes `strokes` all that is painted in a mounted block. */
  paint(block: number, strokes: readonly Stroke[]): void;
  clear(block: number): void;
  clearAll(): void;
  /** Text has been laid out anew. */
  relayout(): void;
}
