import { moveCaret, type CaretText, type CaretUnit } from "./move-caret.ts";
import type { TextRange } from "./text-range.ts";

const UNITS: readonly CaretUnit[] = ["word", "sentence", "paragraph", "document"];

/** The smallest whole words, sentences, paragraphs or text around a range that hold more than it; itself at the last. */
export function widenRange(source: CaretText, range: TextRange): TextRange {
  for (const unit of UNITS) {
    const start = Math.min(range.start, startAround(source, range, unit));
    const end = Math.max(range.end, endAround(source, range, unit));
    if (start < range.start || end > range.end) return { start, end };
  }
  return range;
}

/**
 * A range that begins or ends with a full stop or a bracket has no word there, and the caret goes on to the next one: that
 * one lies outside, and to take it in would mix a sentence with a word of another. A bare caret takes what it touches.
 */
function startAround(source: CaretText, { start, end }: TextRange, unit: CaretUnit): number {
  const inside = moveCaret(source, start, "character", "forward");
  const found = moveCaret(source, inside, unit, "backward");
  const reaches = moveCaret(source, found, unit, "forward");
  return reaches < start || (reaches === start && start < end) ? start : found;
}

function endAround(source: CaretText, { start, end }: TextRange, unit: CaretUnit): number {
  const inside = moveCaret(source, end, "character", "backward");
  const found = moveCaret(source, inside, unit, "forward");
  const reaches = moveCaret(source, found, unit, "backward");
  return reaches > end || (reaches === end && start < end) ? end : found;
}
