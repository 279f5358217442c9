import { isGraphemeBoundary } from "../graphemes.ts";
import { alignTexts } from "./align-texts.ts";
import type { Alignment } from "./align-texts.ts";
import { CONTEXT_LENGTH } from "./anchor.ts";
import type { Anchor } from "./anchor.ts";
import { locateWithReasons } from "./locate-anchor.ts";
import { anchorMatches } from "./make-anchor.ts";
import { mapRange } from "./map-range.ts";
import type { Span } from "./map-range.ts";
import { placesByDiff, twinsOf } from "./places-by-diff.ts";
import { hasLookAlikeBeside } from "./look-alike-beside.ts";
import { isAmongStrangers, isLostTwice, newStretches, placesElsewhere } from "./places-elsewhere.ts";
import type { Elsewhere } from "./places-elsewhere.ts";
import { nearness, scorePlace } from "./score-place.ts";
import type { Place } from "./score-place.ts";
import { hasFrame, sentenceFrame } from "./sentence-frame.ts";
import { THRESHOLD, TIE, UNCHANGED, landOn, waitFor } from "./settle-place.ts";
import type { LocatedAnchor } from "./settle-place.ts";

export interface AnchorToMap extends Anchor {
  id?: string;
}

export interface MappedAnchor extends LocatedAnchor {
  id?: string;
}

export interface MapOptions {
  /** The score below which an anchor waits for a person, 0 to 1. */
  threshold?: number;
}

/** With less of the words a place is not the passage, whatever surrounds it; a few words may change one of themselves. */
const LEAST_WORDS = 0.5;
const LEAST_OF_FEW = 0.4;

/** Beyond this likeness a passage that stands changed at its place is a rival to its words elsewhere. */
const STILL_THERE = 0.8;

/** What changed words, or words without their sentence, need outside their place. */
const LEAST_NEIGHBOURS = 0.6;
const LEAST_WORDS_ELSEWHERE = 0.75;

/** A place of changed words, or in a changed sentence, is sure only when every other likely one is worse by this. */
const RIVAL = 0.15;

/**
 * Carries anchors from one revision of a text to the next (X4): where the diff puts them, else near there, else to where
 * their sentence was moved. `state` tells this step alone: exact (same words, same offsets), moved (same words), fuzzy
 * (other words, each change among the reasons), ambiguous or orphaned (a person decides; the old offsets are kept).
 * The same texts and anchor always give the same result, whichever other anchors come along.
 *
 * An anchor that waits already (ambiguous, orphaned) has no place in the old text: it is looked for by its words. Any
 * other one must stand in the old text at its offsets; a RangeError tells which does not.
 */
export function mapAnchors(
  oldText: string,
  newText: string,
  anchors: readonly AnchorToMap[],
  options: MapOptions = {},
): MappedAnchor[] {
  const threshold = options.threshold ?? THRESHOLD;
  const wait = (given: AnchorToMap) => withId(given, locateWithReasons(newText, bare(given), threshold));
  if (oldText === newText) return anchors.map((given) => (isWaiting(given) ? wait(given) : standStill(oldText, given)));
  let map: ((anchor: Anchor) => LocatedAnchor) | null = null;
  return anchors.map((given) => {
    if (isWaiting(given)) return wait(given);
    assertStands(oldText, given);
    map ??= makeMapper(alignTexts(oldText, newText), threshold);
    return withId(given, map(bare(given)));
  });
}

function isWaiting({ state }: Anchor): boolean {
  return state === "ambiguous" || state === "orphaned";
}

/** Hot: most revisions leave most anchors where they are. */
function standStill(text: string, given: AnchorToMap): MappedAnchor {
  assertStands(text, given);
  const { id, start, end, exact, prefix, suffix } = given;
  const anchor: Anchor = { start, end, exact, prefix, suffix, state: "exact" };
  return id === undefined ? { anchor, score: 1, reasons: UNCHANGED } : { id, anchor, score: 1, reasons: UNCHANGED };
}

function bare({ start, end, exact, prefix, suffix, state }: AnchorToMap): Anchor {
  return { start, end, exact, prefix, suffix, state };
}

function withId({ id }: AnchorToMap, result: LocatedAnchor): MappedAnchor {
  return id === undefined ? result : { id, ...result };
}

function assertStands(text: string, anchor: AnchorToMap): void {
  const { start, end } = anchor;
  if (start < end && anchorMatches(text, anchor) && isCut(text, start) && isCut(text, end)) return;
  throw new RangeError(`Anchor ${anchor.id ?? `${start}–${end}`} does not stand in the old text at its offsets`);
}

/** Between two characters; those of most languages in Latin script are told by their codes alone. */
function isCut(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return (before < 0x300 && after < 0x300 && before !== 0x0d) || isGraphemeBoundary(text, at);
}

type Search = (anchor: Anchor, frame: Span) => Elsewhere[];

function makeMapper(alignment: Alignment, threshold: number): (anchor: Anchor) => LocatedAnchor {
  let stretches: Span[] | null = null;
  const search: Search = (anchor, frame) =>
    placesElsewhere(alignment, anchor, frame, (stretches ??= newStretches(alignment)));
  return (anchor) => mapOne(alignment, anchor, threshold, search);
}

function mapOne(alignment: Alignment, anchor: Anchor, threshold: number, search: Search): LocatedAnchor {
  const { oldText, newText } = alignment;
  const range = mapRange(alignment, anchor.start, anchor.end);
  const frame = sentenceFrame(oldText, anchor);
  const atPlace = placesByDiff(alignment, anchor, range);
  const [here] = atPlace;
  if (!here || here.score < threshold || here.words < leastWords(anchor)) {
    return mapElsewhere(alignment, anchor, atPlace, search(anchor, frame), threshold);
  }
  const isSame = here.changes.length === 0;
  if (!isSame || !hasFrame(oldText, newText, anchor, frame, here)) {
    const others = search(anchor, frame).filter(({ place }) => isApart(place, here));
    const isMoved = others.some(({ place, isWholeSentence }) => isWholeSentence && place.changes.length === 0);
    if (isMoved && here.words < STILL_THERE) return mapElsewhere(alignment, anchor, atPlace, others, threshold);
    const rivals = others.map(({ place }) => place).filter((place) => isLikely(place) && place.merit >= here.merit - RIVAL);
    if (isAmongStrangers(alignment, anchor, frame, here)) {
      return mapElsewhere(alignment, anchor, atPlace, others, threshold);
    }
    const isDoubled = hasLookAlikeBeside(alignment, anchor, frame, here);
    if (isMoved || isDoubled || rivals.length > 0) return waitFor("ambiguous", anchor, [here, ...rivals], [EQUALLY_GOOD]);
  }
  const twins = isSame && range.run >= 0 ? twinsOf(alignment, anchor, range) : null;
  if (twins?.rival) {
    const rival = scorePlace(newText, anchor, twins.rival, nearness(newText, twins.rival.start, here.start));
    return waitFor("ambiguous", anchor, [here, rival], [EQUALLY_GOOD]);
  }
  if (twins?.isOneOfTwoGone) return waitFor("ambiguous", anchor, [here], [ONE_OF_TWO_GONE]);
  return landOn(newText, anchor, here, isSame ? [] : ["mapped by diff"]);
}

const EQUALLY_GOOD = "two places are equally good";
const ONE_OF_TWO_GONE = "one of two equal passages is gone, and it may be this one";

/** The passage is not where the diff looks for it: moved, or gone. */
function mapElsewhere(
  alignment: Alignment,
  anchor: Anchor,
  atPlace: readonly Place[],
  others: readonly Elsewhere[],
  threshold: number,
): LocatedAnchor {
  const all = [...atPlace, ...others.map(({ place }) => place)];
  const known = others.filter((other) => isKnownAgain(other, threshold)).toSorted((a, b) => rank(b) - rank(a));
  const [best, second] = known;
  if (!best) return waitFor("orphaned", anchor, all, [all.length === 0 ? "the words are gone" : "no place is sure enough"]);
  const frame = sentenceFrame(alignment.oldText, anchor);
  // A whole sentence yields only to the same sentence with neighbours as good; a part of one, to any likely place.
  const isRivalled = best.isWholeSentence
    ? second !== undefined && rank(best) - rank(second) < TIE
    : others.some(({ place }) => isApart(place, best.place) && place.words >= best.place.words - RIVAL) ||
      hasLookAlikeBeside(alignment, anchor, frame, best.place);
  if (isRivalled) return waitFor("ambiguous", anchor, all, [EQUALLY_GOOD]);
  if (best.neighbours < LEAST_NEIGHBOURS && isLostTwice(alignment, frame)) {
    return waitFor("ambiguous", anchor, all, [ONE_OF_TWO_GONE]);
  }
  return landOn(alignment.newText, anchor, best.place, ["the passage was moved"]);
}

/**
 * Outside its place a passage is known by its whole sentence or by its neighbours, never by likeness alone. Changed words
 * need neighbours on both sides, and may not carry the meaning: there that would be another statement.
 */
function isKnownAgain({ place, isWholeSentence, neighbours, bothNeighbours }: Elsewhere, threshold: number): boolean {
  if (place.changes.length === 0 && isWholeSentence) return true;
  if (!isLikely(place) || place.score < threshold) return false;
  if (place.changes.length === 0) return neighbours >= LEAST_NEIGHBOURS;
  return bothNeighbours >= LEAST_NEIGHBOURS && place.changes.every(({ carries }) => carries.length === 0);
}

function isLikely(place: Place): boolean {
  return place.words >= LEAST_WORDS_ELSEWHERE;
}

function leastWords({ exact }: Anchor): number {
  return exact.length < CONTEXT_LENGTH ? LEAST_OF_FEW : LEAST_WORDS;
}

function isApart(one: Span, other: Span): boolean {
  return one.start >= other.end || one.end <= other.start;
}

function rank({ place, isWholeSentence, neighbours }: Elsewhere): number {
  return (isWholeSentence ? 1 : 0) + place.merit + 0.2 * neighbours;
}
