import type { TextRange } from "../text-range.ts";
import { BoxPainter } from "./box-painter.ts";
import { HighlightPainter } from "./highlight-painter.ts";
import type { MountedText } from "./mounted-text.ts";

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

export function createPainter(mounted: MountedText): Painter {
  return "highlights" in CSS && typeof Highlight === "function"
    ? new HighlightPainter(mounted)
    : new BoxPainter(mounted);
}
