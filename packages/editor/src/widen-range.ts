import { moveCaret, type CaretText, type CaretUnit } from "./move-caret.ts";
import type { TextRange } from "./text-range.ts";

const UNITS: readonly CaretUnit[] = ["word", "sentence", "paragraph", "document"];

/** The smallest whole words, sentences, paragraphs or text around a range that hold more than it; itself at the last. */
export function widenRange(source: CaretText, range: TextRange): TextRange {
  for (const unit of UNITS) {
    const inside = moveCaret(source, range.start, "character", "forward");
    const before = moveCaret(source, range.end, "character", "backward");
    const start = Math.min(range.start, moveCaret(source, inside, unit, "backward"));
    const end = Math.max(range.end, moveCaret(source, before, unit, "forward"));
    if (start < range.start || end > range.end) return { start, end };
  }
  return range;
}
