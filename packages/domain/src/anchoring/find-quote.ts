import search from "approx-string-match";
import { isGraphemeBoundary, snapToGraphemes, trimRange } from "../graphemes.ts";
import type { Span } from "./map-range.ts";
import type { Quote } from "./score-place.ts";
import { isTokenBoundary, splitTokens } from "./tokens.ts";

/** Every place where exactly these words stand, never inside a character (X3). */
export function* placesOf(text: string, exact: string, from = 0, to = text.length): Generator<Span> {
  if (exact === "") return;
  // A search in a slice ends with it; one in the text would go on to the text's end.
  const within = text.slice(from, to);
  for (let at = within.indexOf(exact); at !== -1; at = within.indexOf(exact, at + 1)) {
    const start = from + at;
    const end = start + exact.length;
    if (isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)) yield { start, end };
  }
}

/** Longer words than this are not searched for approximately: the time grows with their length. */
const LONGEST = 4000;

/** Of many equally good places, how many are looked at. */
const MOST = 4;

/** Steps that an approximate search takes: units of text × blocks of 32 units of the words. */
export function searchCost(from: number, to: number, exact: string): number {
  return Math.max(0, to - from) * Math.ceil(exact.length / 32);
}

/**
 * The places of a stretch of text that are nearest to the words, at most `share` of their units apart, as whole words.
 * Only the best are found: whoever fears a rival searches the stretches beside a find again.
 */
export function nearPlaces(text: string, exact: string, from: number, to: number, share: number): Span[] {
  if (exact === "" || exact.length > LONGEST || from >= to) return [];
  const found = search(text.slice(from, to), exact, Math.floor(exact.length * share));
  const spans: Span[] = [];
  const first = found.slice(0, MOST);
  for (const { start, end } of found.length > MOST ? [...first, ...found.slice(-MOST)] : first) {
    const span = wholeWords(text, from + start, from + end);
    if (span && !spans.some((other) => other.start === span.start && other.end === span.end)) spans.push(span);
  }
  return spans;
}

/** The range with the words and characters that it cuts taken in whole, and no white space at its edges. */
function wholeWords(text: string, start: number, end: number): Span | null {
  const snapped = snapToGraphemes(text, wordStart(text, start), wordEnd(text, end));
  return trimRange(text, snapped.start, snapped.end);
}

function wordStart(text: string, at: number): number {
  let from = at;
  while (!isTokenBoundary(text, from)) from -= 1;
  return from;
}

function wordEnd(text: string, at: number): number {
  let to = at;
  while (!isTokenBoundary(text, to)) to += 1;
  return to;
}

/**
 * The place in the form the quote has: whole words where it begins and ends with whole ones (so “50” is not found in
 * “500”, and “3” not in “3.5”), no white space at its edges where it has none.
 */
export function shapedLike({ exact, prefix, suffix }: Quote, text: string, span: Span): Span | null {
  const own = prefix + exact + suffix;
  const cutsStart = !isTokenBoundary(own, prefix.length);
  const cutsEnd = !isTokenBoundary(own, prefix.length + exact.length);
  const start = cutsStart ? span.start : wordStart(text, span.start);
  const end = cutsEnd ? span.end : wordEnd(text, span.end);
  const snapped = snapToGraphemes(text, start, end);
  if (exact.trim() === exact) return trimRange(text, snapped.start, snapped.end);
  return snapped.start < snapped.end ? snapped : null;
}

/** How many words of a passage are looked for to find where it may be, and how many finds are followed up. */
const SEEDS = 3;
const MOST_WINDOWS = 40;

/** Stretches around the places where one of the longest words of a passage stands: where it may be, changed. */
export function seedWindows(text: string, exact: string, regions: readonly Span[]): Span[] {
  const seeds = [...new Set(splitTokens(exact))].toSorted((a, b) => b.length - a.length).slice(0, SEEDS);
  const reach = Math.ceil(exact.length * 1.5);
  const windows: Span[] = [];
  for (const seed of seeds) {
    for (const region of regions) {
      for (const { start: at } of placesOf(text, seed, region.start, region.end)) {
        const isSeen = windows.some((other) => other.start <= at - reach / 2 && other.end >= at + reach / 2);
        if (isSeen) continue;
        windows.push({ start: Math.max(0, at - reach), end: Math.min(text.length, at + seed.length + reach) });
        if (windows.length === MOST_WINDOWS) return windows;
      }
    }
  }
  return windows;
}
