import { isGraphemeBoundary } from "../graphemes.ts";
import { alignTexts } from "./align-texts.ts";
import type { Alignment } from "./align-texts.ts";
import type { Anchor } from "./anchor.ts";
import { locateWithReasons } from "./locate-anchor.ts";
import { anchorMatches } from "./make-anchor.ts";
import { mapRange } from "./map-range.ts";
import type { Span } from "./map-range.ts";
import { placesByDiff, twinsOf } from "./places-by-diff.ts";
import { newStretches, placesElsewhere } from "./places-elsewhere.ts";
import type { Elsewhere } from "./places-elsewhere.ts";
import { nearness, scorePlace } from "./score-place.ts";
import type { Place } from "./score-place.ts";
import { THRESHOLD, TIE, landOn, waitFor } from "./settle-place.ts";
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

/** Less than this of the words cannot be the passage, whatever surrounds it. */
const LEAST_WORDS = 0.4;

/** Beyond this likeness a passage that stands changed at its place is a rival to its words elsewhere. */
const STILL_THERE = 0.8;

/** What changed words, or words without their sentence, need outside their place. */
const LEAST_NEIGHBOURS = 0.6;
const LEAST_WORDS_ELSEWHERE = 0.75;

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
  const isSame = oldText === newText;
  let mapper: ((anchor: Anchor) => LocatedAnchor) | null = null;
  return anchors.map((given) => {
    const { start, end, exact, prefix, suffix, state } = given;
    const anchor: Anchor = { start, end, exact, prefix, suffix, state };
    let result: LocatedAnchor;
    if (state === "ambiguous" || state === "orphaned") {
      result = locateWithReasons(newText, anchor, threshold);
    } else {
      assertStands(oldText, given);
      if (isSame) {
        anchor.state = "exact";
        result = { anchor, score: 1, reasons: ["same words at the same place"] };
      } else {
        mapper ??= makeMapper(alignTexts(oldText, newText), threshold);
        result = mapper(anchor);
      }
    }
    return given.id === undefined ? result : { id: given.id, ...result };
  });
}

function assertStands(text: string, anchor: AnchorToMap): void {
  const { start, end } = anchor;
  const stands = start < end && anchorMatches(text, anchor);
  if (stands && isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)) return;
  throw new RangeError(`Anchor ${anchor.id ?? `${start}–${end}`} does not stand in the old text at its offsets`);
}

function makeMapper(alignment: Alignment, threshold: number): (anchor: Anchor) => LocatedAnchor {
  let stretches: Span[] | null = null;
  const elsewhere = (anchor: Anchor) => placesElsewhere(alignment, anchor, (stretches ??= newStretches(alignment)));
  return (anchor) => mapOne(alignment, anchor, threshold, elsewhere);
}

function mapOne(
  alignment: Alignment,
  anchor: Anchor,
  threshold: number,
  elsewhere: (anchor: Anchor) => Elsewhere[],
): LocatedAnchor {
  const { newText } = alignment;
  const range = mapRange(alignment, anchor.start, anchor.end);
  const atPlace = placesByDiff(alignment, anchor, range);
  const [here] = atPlace;
  const isHere = here !== undefined && here.score >= threshold && here.words >= LEAST_WORDS;
  if (isHere && here.changes.length === 0) {
    const twins = range.run >= 0 ? twinsOf(alignment, anchor, range) : { rival: null, isOneOfTwoGone: false };
    if (twins.rival) {
      const rival = scorePlace(newText, anchor, twins.rival, nearness(newText, twins.rival.start, here.start));
      return waitFor("ambiguous", anchor, [here, rival], ["two places are equally good"]);
    }
    if (twins.isOneOfTwoGone) {
      return waitFor("ambiguous", anchor, [here], ["one of two equal passages is gone, and it may be this one"]);
    }
    return landOn(newText, anchor, here, []);
  }
  const others = elsewhere(anchor);
  const known = others.filter((other) => isKnownAgain(other, threshold)).toSorted((a, b) => rank(b) - rank(a));
  const all = [...atPlace, ...others.map(({ place }) => place)];
  const [best, second] = known;
  if (isHere && (!best || best.place.changes.length > 0)) return landOn(newText, anchor, here, ["mapped by diff"]);
  if (!best) return waitFor("orphaned", anchor, all, [whyOrphaned(all)]);
  const isRivalled = (second && rank(best) - rank(second) < TIE) || (isHere && here.words >= STILL_THERE);
  if (isRivalled) return waitFor("ambiguous", anchor, all, ["two places are equally good"]);
  if (best.hasLostTwin && best.neighbours < LEAST_NEIGHBOURS) {
    return waitFor("ambiguous", anchor, all, ["one of two equal passages is gone, and it may be this one"]);
  }
  return landOn(newText, anchor, best.place, ["the passage was moved"]);
}

/** Outside its place a passage is known by its whole sentence or by its neighbours, never by likeness alone. */
function isKnownAgain({ place, isWholeSentence, neighbours }: Elsewhere, threshold: number): boolean {
  if (place.changes.length === 0 && isWholeSentence) return true;
  return place.words >= LEAST_WORDS_ELSEWHERE && place.score >= threshold && neighbours >= LEAST_NEIGHBOURS;
}

function rank({ place, neighbours }: Elsewhere): number {
  return place.merit + 0.2 * neighbours;
}

function whyOrphaned(places: readonly Place[]): string {
  return places.length === 0 ? "the words are gone" : "no place is sure enough";
}
