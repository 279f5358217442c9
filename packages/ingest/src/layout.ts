import type { Line } from "./lines.ts";
import { isIndented, markedKind } from "./marked-kind.ts";

/** How a plain text file uses its line breaks. */
export type Layout =
  /** Lines were broken to fit a width: a paragraph is everything between two blank lines. */
  | "wrapped"
  /** Short lines on purpose (a log, verse, an address): each keeps its own line. */
  | "lines"
  /** Every line is a paragraph of its own. */
  | "paragraphs";

/** Nobody wraps wider than this; a line beyond it was not broken to fit. */
const WIDEST_WRAP = 100;
/** A typical broken line is at least this wide; below, breaks were meant. */
const NARROWEST_WRAP = 40;

/**
 * Decided once for the whole file, since a file is written by one program. Lines that are followed by another line of
 * the same paragraph tell: a wrapped file fills them, a log does not. A paragraph's last line says nothing about the
 * width.
 */
export function layoutOf(text: string, lines: readonly Line[]): Layout {
  let tooWide = 0;
  let broken = 0;
  let filled = 0;
  let sentenceEnds = 0;
  let separated = false;
  let inList = false;
  for (const [index, line] of lines.entries()) {
    const width = line.end - line.start;
    inList = markedKind(text, line) !== null || (inList && !line.opens && isIndented(text, line));
    if (width > WIDEST_WRAP) tooWide += 1;
    const next = lines[index + 1];
    if (next === undefined) break;
    if (next.opens) {
      separated = true;
      continue;
    }
    // A list's breaks come from its marks and tell nothing.
    const introducesList = text.charAt(line.end - 1) === ":" && markedKind(text, next) !== null;
    if (inList || introducesList) continue;
    broken += 1;
    if (width >= NARROWEST_WRAP) filled += 1;
    if (/[.!?:;"”’)]/u.test(text.charAt(line.end - 1))) sentenceEnds += 1;
  }
  if (broken === 0 || tooWide * 20 > lines.length) return "paragraphs";
  if (filled * 2 < broken) return "lines";
  // Without a single blank line, full lines that mostly end a sentence are short paragraphs, not one wrapped paragraph.
  return separated || sentenceEnds * 2 < broken ? "wrapped" : "paragraphs";
}
