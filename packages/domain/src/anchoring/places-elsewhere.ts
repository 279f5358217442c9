import type { Alignment } from "./align-texts.ts";
import type { Anchor } from "./anchor.ts";
import { nearPlaces, placesOf, seedWindows } from "./find-quote.ts";
import { contextLikeness } from "./likeness.ts";
import { gapAfter, mapRange } from "./map-range.ts";
import type { Span } from "./map-range.ts";
import { isOwn } from "./places-by-diff.ts";
import { nearness, scorePlace } from "./score-place.ts";
import type { Place } from "./score-place.ts";
import { sentenceFrame } from "./sentence-frame.ts";

/** A place outside the mapped one, and what speaks for it. */
export interface Elsewhere {
  place: Place;
  /** The whole sentence is there, word for word, and long enough not to be met by chance. */
  isWholeSentence: boolean;
  /** The same sentence was elsewhere in the old text too, and that one is gone as well. */
  hasLostTwin: boolean;
  /** What stands beyond the sentence resembles what stood there before: 0 to 1, the better side. */
  neighbours: number;
}

const MOST_PLACES = 50;
const CHANGED_SHARE = 0.3;

/** Units that a sentence must have, beside two neighbouring ones, to be known again. */
const SELF_EVIDENT = 36;
const SELF_EVIDENT_WORDS = 5;

/** How much of the text beyond the sentence is compared, and how much there must be. */
const NEIGHBOURS = 120;
const LEAST_NEIGHBOURS = 40;

/** The stretches of the new text that the diff gave to no old words: where moved words can be. */
export function newStretches(alignment: Alignment): Span[] {
  const stretches: Span[] = [];
  for (let i = -1; i < alignment.runs.length; i += 1) {
    const { newStart, newEnd } = gapAfter(alignment, i);
    if (newEnd > newStart) stretches.push({ start: newStart, end: newEnd });
  }
  return stretches;
}

/**
 * Places of moved words. Where the old text's other words still stand nothing is looked for: a look-alike that was there
 * before is itself, not the moved passage (X4).
 */
export function placesElsewhere(alignment: Alignment, anchor: Anchor, stretches: readonly Span[]): Elsewhere[] {
  const { newText } = alignment;
  const { exact } = anchor;
  const room = stretches.filter(({ start, end }) => end - start >= exact.length / 2);
  const spans = new Map<number, Span>();
  const expected = mapRange(alignment, anchor.start, anchor.end).start;
  const half = Math.floor(exact.length / 2);
  if (newText.includes(exact)) {
    for (const { start, end } of room) {
      for (const span of placesOf(newText, exact, Math.max(0, start - half), Math.min(newText.length, end + half))) {
        if (spans.size < MOST_PLACES && isOwn(alignment, anchor, span)) spans.set(span.start, span);
      }
    }
  }
  if (spans.size === 0) {
    for (const window of seedWindows(newText, exact, room)) {
      for (const span of nearPlaces(newText, exact, window.start, window.end, CHANGED_SHARE)) {
        if (isOwn(alignment, anchor, span)) spans.set(span.start, span);
      }
    }
  }
  const frame = sentenceFrame(alignment.oldText, anchor);
  const hasLostTwin = isLostTwice(alignment, frame);
  return [...spans.values()].map((span) => {
    const place = scorePlace(newText, anchor, span, nearness(newText, span.start, expected));
    return { place, hasLostTwin, ...framing(alignment, anchor, frame, span) };
  });
}

function framing({ oldText, newText }: Alignment, anchor: Anchor, frame: Span, span: Span) {
  const lead = anchor.start - frame.start;
  const trail = frame.end - anchor.end;
  const there = { start: Math.max(0, span.start - lead), end: Math.min(newText.length, span.end + trail) };
  const sentence = oldText.slice(frame.start, frame.end);
  const isSame = newText.slice(there.start, there.end) === sentence;
  const words = sentence.split(/\s+/).length;
  const before = neighbour(
    oldText.slice(Math.max(0, frame.start - NEIGHBOURS), frame.start),
    newText.slice(Math.max(0, there.start - NEIGHBOURS), there.start),
  );
  const after = neighbour(
    oldText.slice(frame.end, frame.end + NEIGHBOURS),
    newText.slice(there.end, there.end + NEIGHBOURS),
  );
  return {
    isWholeSentence: isSame && sentence.length >= SELF_EVIDENT && words >= SELF_EVIDENT_WORDS,
    neighbours: Math.max(before, after),
  };
}

function neighbour(wanted: string, found: string): number {
  return wanted.length < LEAST_NEIGHBOURS ? 0 : contextLikeness(wanted, found);
}

/** Does the sentence stand in the old text again, at a place that is gone as well? */
function isLostTwice(alignment: Alignment, frame: Span): boolean {
  const sentence = alignment.oldText.slice(frame.start, frame.end);
  for (const { start, end } of placesOf(alignment.oldText, sentence)) {
    if (start !== frame.start && mapRange(alignment, start, end).kept < sentence.length / 2) return true;
  }
  return false;
}
