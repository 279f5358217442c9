import { runsByTokens } from "./diff-tokens.ts";
import { shapedLike } from "./find-quote.ts";
import { mapRange } from "./map-range.ts";
import type { Span } from "./map-range.ts";
import { scorePlace } from "./score-place.ts";
import type { Place, Quote } from "./score-place.ts";
import { slideGaps } from "./slide-gaps.ts";

/** Units around a find in which its edges are looked for. */
const SLACK = 48;

/**
 * An approximate search takes any characters at the edges for those that are missing. Here the quote with its
 * surroundings is compared word by word with the find and its own, and the edges go where the words do.
 */
function refineEdges(text: string, quote: Quote, span: Span): Span | null {
  const { prefix, exact, suffix } = quote;
  const oldText = prefix + exact + suffix;
  const from = Math.max(0, span.start - SLACK);
  const newText = text.slice(from, span.end + SLACK);
  const whole = { oldStart: 0, oldEnd: oldText.length, newStart: 0, newEnd: newText.length };
  const runs = slideGaps(oldText, newText, runsByTokens(oldText, newText, whole, true));
  const { start, end } = mapRange({ oldText, newText, runs }, prefix.length, prefix.length + exact.length);
  return start < end ? shapedLike(quote, text, { start: from + start, end: from + end }) : null;
}

/** The find as it is or with refined edges, whichever the words and surroundings speak for. */
export function scoreRefined(text: string, quote: Quote, span: Span, near: number): Place {
  const found = scorePlace(text, quote, span, near);
  if (found.changes.length === 0) return found;
  const refined = refineEdges(text, quote, span);
  if (!refined || (refined.start === span.start && refined.end === span.end)) return found;
  const other = scorePlace(text, quote, refined, near);
  return other.merit >= found.merit ? other : found;
}
