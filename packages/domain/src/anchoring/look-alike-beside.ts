import type { Alignment } from "./align-texts.ts";
import { CONTEXT_LENGTH } from "./anchor.ts";
import type { Anchor } from "./anchor.ts";
import { compareWords } from "./compare-words.ts";
import { nearPlaces } from "./find-quote.ts";
import { unitsOfOthers } from "./map-range.ts";
import type { Span } from "./map-range.ts";
import { isOwn } from "./places-by-diff.ts";

/** A sentence this much like another can be mistaken for it. */
const ALIKE = 0.7;

/**
 * Does a sentence like the anchor's stand right beside its changed one? Of two neighbours only one can have the old
 * surroundings, and the diff may have taken the words of either: which is the old one is not to be told.
 */
export function hasLookAlikeBeside(alignment: Alignment, anchor: Anchor, frame: Span, here: Span): boolean {
  const { oldText, newText } = alignment;
  const own = {
    start: Math.max(frame.start, anchor.start - CONTEXT_LENGTH),
    end: Math.min(frame.end, anchor.end + CONTEXT_LENGTH),
  };
  const sentence = oldText.slice(own.start, own.end);
  const start = Math.max(0, here.start - (anchor.start - own.start));
  const end = Math.min(newText.length, here.end + (own.end - anchor.end));
  const reach = 2 * Math.max(sentence.length, frame.end - frame.start);
  const sides = [
    { start: Math.max(0, start - reach), end: start },
    { start: end, end: Math.min(newText.length, end + reach) },
  ];
  return sides.some((side) => {
    // Where the old words still stand around the place there is no room for a second one.
    if (side.end - side.start - unitsOfOthers(alignment, side, own) < sentence.length / 2) return false;
    return nearPlaces(newText, sentence, side.start, side.end, 1 - ALIKE).some(
      (place) =>
        isOwn(alignment, own, place) && compareWords(sentence, newText.slice(place.start, place.end)).likeness >= ALIKE,
    );
  });
}
