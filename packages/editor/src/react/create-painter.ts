import { BoxPainter } from "./box-painter.ts";
import { HighlightPainter } from "./highlight-painter.ts";
import type { MountedText } from "./mounted-text.ts";
import type { Painter } from "./painter.ts";

/** Marks are painted by the browser's highlights where it has them, else as boxes behind the text. */
export function createPainter(mounted: MountedText): Painter {
  return "highlights" in CSS && typeof Highlight === "function"
    ? new HighlightPainter(mounted)
    : new BoxPainter(mounted);
}
