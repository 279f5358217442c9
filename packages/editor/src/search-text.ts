import { isGraphemeBoundary } from "@assay/domain";
import { foldText, type FoldedText } from "./fold-text.ts";
import type { TextRange } from "./text-range.ts";

/** The last text searched: people type a query letter by letter over one source, and folding costs more than finding. */
let lastFolded: { source: string; folded: FoldedText } | null = null;

/**
 * Every place where `query` stands in `text` as typed, whatever the case, the accents or the line breaks; places do not
 * overlap. A match never begins or ends inside a grapheme cluster (X3): searching for one person of a family emoji
 * finds nothing. A query of white space finds nothing.
 */
export function searchText(text: string, query: string): TextRange[] {
  const wanted = foldText(query.trim()).text;
  if (wanted === "") return [];
  const folded = foldOnce(text);
  const ranges: TextRange[] = [];
  for (let at = folded.text.indexOf(wanted); at !== -1; ) {
    const range = sourceRange(text, folded, at, at + wanted.length);
    if (range === null) {
      at = folded.text.indexOf(wanted, at + 1);
    } else {
      ranges.push(range);
      at = folded.text.indexOf(wanted, at + wanted.length);
    }
  }
  return ranges;
}

function foldOnce(source: string): FoldedText {
  if (lastFolded?.source !== source) lastFolded = { source, folded: foldText(source) };
  return lastFolded.folded;
}

/** Null when the match takes only part of what one source character folded to, as one letter of `ß`. */
function sourceRange(text: string, { from, to }: FoldedText, first: number, afterLast: number): TextRange | null {
  const start = from[first]!;
  if (first > 0 && from[first - 1] === start) return null;
  const last = afterLast - 1;
  if (afterLast < from.length && from[afterLast] === from[last]) return null;
  // Dropped accents behind the last letter belong to the match: the next letter kept tells where they end.
  const limit = afterLast < from.length ? from[afterLast]! : text.length;
  let end = to[last]!;
  while (end < limit && !isGraphemeBoundary(text, end)) end++;
  return isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end) ? { start, end } : null;
}
