import type { Alignment } from "./align-texts.ts";
import type { Anchor } from "./anchor.ts";
import type { Region } from "./diff-tokens.ts";
import { nearPlaces, shapedLike } from "./find-quote.ts";
import { gapAfter, unitsOfOthers } from "./map-range.ts";
import type { MappedRange, Span } from "./map-range.ts";
import { scoreRefined } from "./refine-edges.ts";
import { scorePlace } from "./score-place.ts";
import type { Place } from "./score-place.ts";
import { hasEqualReading } from "./slide-gaps.ts";

/** Below this likeness of the words the mapped place is searched for a better one. */
const SURE = 0.75;

/** How far around the mapped place that search goes beyond the passage's own length, and how much may differ. */
const SLACK = 64;
const CHANGED_SHARE = 0.5;

/** At most this share of a place may be words that came from elsewhere in the old text. */
const OTHERS = 0.3;

/** Where the diff puts an anchor, best first. */
export function placesByDiff(alignment: Alignment, anchor: Anchor, range: MappedRange): Place[] {
  const { newText } = alignment;
  const { exact } = anchor;
  const score = (span: Span) => scorePlace(newText, anchor, span, 1);
  const spans: Span[] = [range];
  // A diff may cut a repeated word from the other end; the passage is then whole at one of its edges.
  if (newText.startsWith(exact, range.start)) spans.push({ start: range.start, end: range.start + exact.length });
  if (newText.endsWith(exact, range.end)) spans.push({ start: range.end - exact.length, end: range.end });
  let places = distinct(spans.map((span) => shapedLike(anchor, newText, span))).map(score);
  if (!places.some(({ words }) => words >= SURE)) {
    const from = Math.max(0, range.start - exact.length - SLACK);
    const to = Math.min(newText.length, range.end + exact.length + SLACK);
    const near = nearPlaces(newText, exact, from, to, CHANGED_SHARE);
    const own = near.filter((span) => isOwn(alignment, anchor, span));
    places = [...places, ...own.map((span) => scoreRefined(newText, anchor, span, 1))];
  }
  return places.toSorted((a, b) => b.merit - a.merit || a.start - b.start);
}

function distinct(spans: (Span | null)[]): Span[] {
  const found = new Map<string, Span>();
  for (const span of spans) if (span) found.set(`${span.start}–${span.end}`, span);
  return [...found.values()];
}

/** Not a place that belongs, by the diff, to other words of the old text. */
export function isOwn(alignment: Alignment, own: Span, span: Span): boolean {
  return unitsOfOthers(alignment, span, own) <= OTHERS * (span.end - span.start);
}

export interface Twins {
  /** A place of the new text that the passage could as well have gone to. */
  rival: Span | null;
  /** An equal passage beside it is gone, and nothing tells which of the two is. */
  isOneOfTwoGone: boolean;
}

/**
 * A diff has to choose where equal neighbours are inserted or deleted (“A B” → “A A B”: which A is the old one?). What
 * could be read the other way as well is not its to choose.
 */
export function twinsOf(alignment: Alignment, anchor: Anchor, range: MappedRange): Twins {
  const { oldText, newText } = alignment;
  const after = gapAfter(alignment, range.run);
  const before = gapAfter(alignment, range.run - 1);
  let rival: Span | null = null;
  if (isInsertion(after) && hasEqualReading(newText, after.newStart, after.newEnd, range.start - after.newStart)) {
    rival = moved(range, after.newEnd - after.newStart);
  } else if (isInsertion(before) && hasEqualReading(newText, before.newStart, before.newEnd, range.end - before.newEnd)) {
    rival = moved(range, before.newStart - before.newEnd);
  }
  const isOneOfTwoGone =
    (isDeletion(after) && hasEqualReading(oldText, after.oldStart, after.oldEnd, anchor.start - after.oldStart)) ||
    (isDeletion(before) && hasEqualReading(oldText, before.oldStart, before.oldEnd, anchor.end - before.oldEnd));
  return { rival, isOneOfTwoGone };
}

function isInsertion(gap: Region): boolean {
  return gap.oldStart === gap.oldEnd;
}

function isDeletion(gap: Region): boolean {
  return gap.newStart === gap.newEnd;
}

function moved({ start, end }: Span, shift: number): Span {
  return { start: start + shift, end: end + shift };
}
