import type { Passage } from "../suggestion.ts";

/** A stretch of a text as a model claims it: models copy words well, and count places badly. */
export interface ClaimedPassage {
  exact: string;
  start?: number;
  end?: number;
}

/**
 * Where the words stand: at the place that was named, or, where they stand in the whole text just once, there. Null for
 * words that are not in the text as they are, or that stand in several places: which one was meant nobody knows.
 */
export function placePassage(text: string, { exact, start, end }: ClaimedPassage): Passage | null {
  if (exact.trim() === "") return null;
  if (start !== undefined && (end === undefined || end - start === exact.length) && text.startsWith(exact, start)) {
    return whole(text, start, exact);
  }
  const found = text.indexOf(exact);
  return found === -1 || text.includes(exact, found + 1) ? null : whole(text, found, exact);
}

const HIGH = /[\uD800-\uDBFF]$/;
const LOW = /^[\uDC00-\uDFFF]/;

/** Without the white space around it; null where half a character would be left out (X3). */
function whole(text: string, at: number, found: string): Passage | null {
  const exact = found.trim();
  const start = at + found.indexOf(exact);
  const end = start + exact.length;
  if (start < 0 || (LOW.test(exact) && HIGH.test(text.slice(0, start))) || (HIGH.test(exact) && LOW.test(text.slice(end)))) {
    return null;
  }
  return { start, end, exact };
}
