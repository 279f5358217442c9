import type { Anchor } from "./anchor.ts";
import { contextAfter, contextBefore } from "./context.ts";
import { nearPlaces, placesOf, searchCost, seedWindows, shapedLike } from "./find-quote.ts";
import { anchorMatches } from "./make-anchor.ts";
import type { Span } from "./map-range.ts";
import { quoteMatches } from "./quote-matches.ts";
import { scoreRefined } from "./refine-edges.ts";
import { nearness } from "./score-place.ts";
import type { Place } from "./score-place.ts";
import type { LocatedAnchor } from "./settle-place.ts";
import { THRESHOLD, TIE, UNCHANGED, landOn, waitFor } from "./settle-place.ts";

/** Changed words are trusted only so far: nearly the same, and among nearly the same surroundings. */
const LEAST_WORDS = 0.75;
const LEAST_CONTEXT = 0.5;
const LEAST_FUZZY_SCORE = 0.75;

/** How far from the old place changed words are looked for first, and how many of their units may differ. */
const WINDOW = 2000;
const CHANGED_SHARE = 0.3;

/** An approximate search of the whole text may take this many steps; above, only places with a word in common are tried. */
const FULL_SEARCH = 20_000_000;
const CHUNK = 8000;

/** Of many places of the same words, those whose nearest units agree are scored. */
const MOST_SCORED = 50;

/**
 * Finds an anchor in a text that may have changed, without knowing the old text (X4). At its place with its surroundings
 * → exact; one best place → exact, moved or, with other words, fuzzy; two equally good places → ambiguous; none that the
 * words and their surroundings vouch for → orphaned. The last two keep the old offsets and wait for a person.
 */
export function locateAnchor(text: string, anchor: Anchor): Anchor {
  return locateWithReasons(text, anchor).anchor;
}

export function locateWithReasons(text: string, anchor: Anchor, threshold = THRESHOLD): LocatedAnchor {
  if (anchorMatches(text, anchor) && hasItsSurroundings(text, anchor)) {
    return { anchor: { ...anchor, state: "exact" }, score: 1, reasons: UNCHANGED };
  }
  const same = scoreAll(text, anchor, mostAlike(text, anchor, samePlaces(text, anchor)));
  const trusted = same.filter(({ score }) => score >= threshold);
  const [best, second] = trusted;
  if (best) {
    if (second && isTie(best, second)) return waitFor("ambiguous", anchor, trusted, ["two places are equally good"]);
    return landOn(text, anchor, best, []);
  }
  const near = scoreAll(text, anchor, changedPlaces(text, anchor));
  const vouched = near.filter((place) => isVouchedFor(anchor, place, threshold));
  const [likely, rival] = vouched;
  if (likely) {
    if (rival && isTie(likely, rival)) return waitFor("ambiguous", anchor, vouched, ["two places are equally good"]);
    return landOn(text, anchor, likely, ["found by likeness"]);
  }
  const all = [...same, ...near];
  const reason = all.length === 0 ? "the words are not in the text" : "no place is sure enough";
  return waitFor("orphaned", anchor, all, [reason]);
}

function hasItsSurroundings(text: string, { start, end, prefix, suffix }: Anchor): boolean {
  return text.endsWith(prefix, start) && text.startsWith(suffix, end);
}

function isTie(best: Place, second: Place): boolean {
  return best.merit - second.merit < TIE;
}

function isVouchedFor({ prefix, suffix }: Anchor, place: Place, threshold: number): boolean {
  if (place.words < LEAST_WORDS || place.score < Math.max(threshold, LEAST_FUZZY_SCORE)) return false;
  const known = [...(prefix === "" ? [] : [place.before]), ...(suffix === "" ? [] : [place.after])];
  return known.length > 0 && known.reduce((sum, side) => sum + side, 0) / known.length >= LEAST_CONTEXT;
}

/** Best first, by what choosing goes by. */
function scoreAll(text: string, anchor: Anchor, spans: Span[]): Place[] {
  const places = spans.map((span) => scoreRefined(text, anchor, span, nearness(text, span.start, anchor.start)));
  return places.toSorted((a, b) => b.merit - a.merit || b.score - a.score || a.start - b.start);
}

/** Where the words stand as words: “50” does not stand in “500”. */
function samePlaces(text: string, anchor: Anchor): Span[] {
  return [...placesOf(text, anchor.exact)].filter((span) => {
    const shaped = shapedLike(anchor, text, span);
    return shaped?.start === span.start && shaped.end === span.end;
  });
}

function mostAlike(text: string, anchor: Anchor, spans: Span[]): Span[] {
  if (spans.length <= MOST_SCORED) return spans;
  const agreed = new Map(spans.map((span) => [span, agreeingUnits(text, anchor, span)]));
  return spans.toSorted((a, b) => (agreed.get(b) ?? 0) - (agreed.get(a) ?? 0)).slice(0, MOST_SCORED);
}

/** Units of prefix and suffix that stand next to the words, counted outward until the first difference. */
function agreeingUnits(text: string, { prefix, suffix }: Anchor, { start, end }: Span): number {
  const before = contextBefore(text, start, prefix.length);
  const after = contextAfter(text, end, suffix.length);
  let units = 0;
  for (let k = 1; k <= before.length && before.at(-k) === prefix.at(-k); k += 1) units += 1;
  for (let k = 0; k < after.length && after[k] === suffix[k]; k += 1) units += 1;
  return units;
}

function changedPlaces(text: string, anchor: Anchor): Span[] {
  const { exact } = anchor;
  const found = new Map<string, Span>();
  const look = (from: number, to: number) => {
    for (const span of nearPlaces(text, exact, Math.max(0, from), Math.min(text.length, to), CHANGED_SHARE)) {
      found.set(`${span.start}–${span.end}`, span);
    }
  };
  if (anchor.prefix + anchor.suffix !== "") {
    for (const span of quoteMatches(text, anchor)) found.set(`${span.start}–${span.end}`, span);
  }
  look(anchor.start - WINDOW, anchor.end + WINDOW);
  const reach = exact.length * 2;
  if (searchCost(0, text.length, exact) <= FULL_SEARCH) {
    for (let from = 0; from < text.length; from += CHUNK) look(from, from + CHUNK + reach);
  } else {
    for (const window of seedWindows(text, exact, [{ start: 0, end: text.length }])) look(window.start, window.end);
  }
  return [...found.values()];
}
