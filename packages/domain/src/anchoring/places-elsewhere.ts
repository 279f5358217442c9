import type { Alignment } from "./align-texts.ts";
import type { Anchor } from "./anchor.ts";
import { nearPlaces, placesOf, seedWindows, shapedLike } from "./find-quote.ts";
import { CONTEXT_ROOM, likenessAfter, likenessBefore } from "./likeness.ts";
import { gapAfter, mapRange } from "./map-range.ts";
import type { Span } from "./map-range.ts";
import { isOwn } from "./places-by-diff.ts";
import { scoreRefined } from "./refine-edges.ts";
import { nearness } from "./score-place.ts";
import type { Place } from "./score-place.ts";
import { hasFrame } from "./sentence-frame.ts";

/** A place outside the mapped one, and what speaks for it. */
export interface Elsewhere {
  place: Place;
  /** The whole sentence is there, word for word, and long enough not to be met by chance. */
  isWholeSentence: boolean;
  /** What stands beyond the sentence resembles what stood there before: 0 to 1, the better side. */
  neighbours: number;
  /** The same, the worse side. */
  bothNeighbours: number;
}

const MOST_PLACES = 50;
const CHANGED_SHARE = 0.3;

/** Units that a sentence must have, beside two neighbouring ones, to be known again. */
const SELF_EVIDENT = 36;
const SELF_EVIDENT_WORDS = 5;

/** How much of the text beyond the sentence is compared, and how much there must be. */
const NEIGHBOURS = 80;
const LEAST_NEIGHBOURS = 40;

/** Text beyond the sentence that is less alike than this has nothing in common. */
const STRANGE = 0.05;

/** A shorter new stretch is some changed words, not the home of a moved passage. */
const LEAST_STRETCH = 32;

/** The stretches of the new text that the diff gave to no old words: where moved words can be. */
export function newStretches(alignment: Alignment): Span[] {
  const stretches: Span[] = [];
  for (let i = -1; i < alignment.runs.length; i += 1) {
    const { newStart, newEnd } = gapAfter(alignment, i);
    if (newEnd - newStart >= LEAST_STRETCH) stretches.push({ start: newStart, end: newEnd });
  }
  return stretches;
}

/**
 * Places of moved words. Where the old text's other words still stand nothing is looked for: a look-alike that was there
 * before is itself, not the moved passage (X4).
 */
export function placesElsewhere(
  alignment: Alignment,
  anchor: Anchor,
  frame: Span,
  stretches: readonly Span[],
): Elsewhere[] {
  const { newText } = alignment;
  const { exact } = anchor;
  const room = stretches.filter(({ start, end }) => end - start >= exact.length / 2);
  if (room.length === 0) return [];
  const spans = new Map<number, Span>();
  const consider = (found: Span) => {
    const span = shapedLike(anchor, newText, found);
    if (span && spans.size < MOST_PLACES && isOwn(alignment, anchor, span)) spans.set(span.start, span);
  };
  const half = Math.floor(exact.length / 2);
  if (newText.includes(exact)) {
    for (const { start, end } of room) {
      const to = Math.min(newText.length, end + half);
      for (const span of placesOf(newText, exact, Math.max(0, start - half), to)) consider(span);
    }
  }
  for (const window of seedWindows(newText, exact, room)) {
    for (const span of nearPlaces(newText, exact, window.start, window.end, CHANGED_SHARE)) consider(span);
  }
  return judged(alignment, anchor, frame, [...spans.values()]);
}

function judged(alignment: Alignment, anchor: Anchor, frame: Span, spans: Span[]): Elsewhere[] {
  const { newText } = alignment;
  const expected = mapRange(alignment, anchor.start, anchor.end).start;
  return spans.map((span) => {
    const place = scoreRefined(newText, anchor, span, nearness(newText, span.start, expected));
    return { place, ...framing(alignment, anchor, frame, place) };
  });
}

function framing(alignment: Alignment, anchor: Anchor, frame: Span, span: Span) {
  const { oldText, newText } = alignment;
  const sentence = oldText.slice(frame.start, frame.end);
  const isSame = hasFrame(oldText, newText, anchor, frame, span);
  const { before, after } = neighboursOf(alignment, anchor, frame, span);
  return {
    isWholeSentence: isSame && sentence.length >= SELF_EVIDENT && sentence.split(/\s+/).length >= SELF_EVIDENT_WORDS,
    neighbours: Math.max(before ?? 0, after ?? 0),
    bothNeighbours: Math.min(before ?? 0, after ?? 0),
  };
}

/** Is nothing of what stood beyond the sentence beside this place, though there was enough of it to be known? */
export function isAmongStrangers(alignment: Alignment, anchor: Anchor, frame: Span, span: Span): boolean {
  const { before, after } = neighboursOf(alignment, anchor, frame, span);
  return Math.max(before ?? 0, after ?? 0) < STRANGE && (before !== null || after !== null);
}

/** How alike what stands beyond the sentence is, on either side; null where there was too little of it. */
function neighboursOf({ oldText, newText }: Alignment, anchor: Anchor, frame: Span, span: Span) {
  const start = Math.max(0, span.start - (anchor.start - frame.start));
  const end = Math.min(newText.length, span.end + (frame.end - anchor.end));
  const room = NEIGHBOURS * CONTEXT_ROOM;
  const ahead = oldText.slice(Math.max(0, frame.start - NEIGHBOURS), frame.start);
  const behind = oldText.slice(frame.end, frame.end + NEIGHBOURS);
  return {
    before: isEnough(ahead) ? likenessBefore(ahead, newText.slice(Math.max(0, start - room), start)) : null,
    after: isEnough(behind) ? likenessAfter(behind, newText.slice(end, end + room)) : null,
  };
}

function isEnough(neighbours: string): boolean {
  return neighbours.length >= LEAST_NEIGHBOURS;
}

/** Does the sentence stand in the old text again, at a place that is gone as well? */
export function isLostTwice(alignment: Alignment, frame: Span): boolean {
  const sentence = alignment.oldText.slice(frame.start, frame.end);
  for (const { start, end } of placesOf(alignment.oldText, sentence)) {
    if (start !== frame.start && mapRange(alignment, start, end).kept < sentence.length / 2) return true;
  }
  return false;
}
