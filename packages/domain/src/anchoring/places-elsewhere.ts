import type { Alignment } from "./align-texts.ts";
import type { Anchor } from "./anchor.ts";
import { nearPlaces, placesOf, seedWindows, shapedLike } from "./find-quote.ts";
import { CONTEXT_ROOM, likenessAfter, likenessBefore } from "./likeness.ts";
import { gapAfter, mapRange, unitsOfOthers } from "./map-range.ts";
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
}

const MOST_PLACES = 50;
const CHANGED_SHARE = 0.3;

/** Units that a sentence must have, beside two neighbouring ones, to be known again. */
const SELF_EVIDENT = 36;
const SELF_EVIDENT_WORDS = 5;

/** How much of the text beyond the sentence is compared, and how much there must be. */
const NEIGHBOURS = 120;
const LEAST_NEIGHBOURS = 40;

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

/** Like words right beside a place, where a diff may have mixed up two look-alikes. */
export function placesBeside(alignment: Alignment, anchor: Anchor, frame: Span, here: Span): Elsewhere[] {
  const { newText } = alignment;
  const reach = 2 * anchor.exact.length + (frame.end - frame.start);
  const spans: Span[] = [];
  for (const [from, to] of [
    [Math.max(0, here.start - reach), here.start],
    [here.end, Math.min(newText.length, here.end + reach)],
  ] as const) {
    const side = { start: from, end: to };
    // Where the old words still stand around the place there is no room for a second one.
    if (to - from - unitsOfOthers(alignment, side, anchor) < anchor.exact.length / 2) continue;
    for (const found of nearPlaces(newText, anchor.exact, from, to, CHANGED_SHARE)) {
      const span = shapedLike(anchor, newText, found);
      if (span && isOwn(alignment, anchor, span)) spans.push(span);
    }
  }
  return judged(alignment, anchor, frame, spans);
}

function judged(alignment: Alignment, anchor: Anchor, frame: Span, spans: Span[]): Elsewhere[] {
  const { newText } = alignment;
  const expected = mapRange(alignment, anchor.start, anchor.end).start;
  return spans.map((span) => {
    const place = scoreRefined(newText, anchor, span, nearness(newText, span.start, expected));
    return { place, ...framing(alignment, anchor, frame, place) };
  });
}

function framing({ oldText, newText }: Alignment, anchor: Anchor, frame: Span, span: Span) {
  const lead = anchor.start - frame.start;
  const trail = frame.end - anchor.end;
  const there = { start: Math.max(0, span.start - lead), end: Math.min(newText.length, span.end + trail) };
  const sentence = oldText.slice(frame.start, frame.end);
  const isSame = hasFrame(oldText, newText, anchor, frame, span);
  const words = sentence.split(/\s+/).length;
  const ahead = oldText.slice(Math.max(0, frame.start - NEIGHBOURS), frame.start);
  const behind = oldText.slice(frame.end, frame.end + NEIGHBOURS);
  const room = NEIGHBOURS * CONTEXT_ROOM;
  const before = isEnough(ahead) ? likenessBefore(ahead, newText.slice(Math.max(0, there.start - room), there.start)) : 0;
  const after = isEnough(behind) ? likenessAfter(behind, newText.slice(there.end, there.end + room)) : 0;
  return {
    isWholeSentence: isSame && sentence.length >= SELF_EVIDENT && words >= SELF_EVIDENT_WORDS,
    neighbours: Math.max(before, after),
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
