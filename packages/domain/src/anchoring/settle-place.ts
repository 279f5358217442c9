import { snapToGraphemes } from "../graphemes.ts";
import type { Anchor } from "./anchor.ts";
import type { WordChange } from "./compare-words.ts";
import { makeAnchor } from "./make-anchor.ts";
import type { Span } from "./map-range.ts";
import type { Place } from "./score-place.ts";

/** A place that a person may choose. */
export interface AnchorCandidate extends Span {
  score: number;
}

/** Where an anchor is now, how sure that is (0 to 1) and why. A waiting anchor keeps its old offsets and words. */
export interface LocatedAnchor {
  anchor: Anchor;
  score: number;
  reasons: readonly string[];
  candidates?: AnchorCandidate[];
}

/** Below this an anchor waits for a person (X4). */
export const THRESHOLD = 0.65;

/** Two places whose merits differ by less are equal. */
export const TIE = 0.01;

export const UNCHANGED: readonly string[] = ["same words at the same place"];

/** How many places a waiting anchor offers, and how many changes a reason lists. */
const MOST = 3;
const MOST_CHANGES = 5;

export function landOn(text: string, anchor: Anchor, place: Place, why: string[]): LocatedAnchor {
  const { start, end } = snapToGraphemes(text, place.start, place.end);
  const found = makeAnchor(text, start, end);
  const sameWords = found.exact === anchor.exact;
  const state = !sameWords ? "fuzzy" : start === anchor.start ? "exact" : "moved";
  const reasons = sameWords
    ? [state === "exact" ? "same words at the same place" : `same words, ${distance(start - anchor.start)}`, ...why]
    : [...describeChanges(place.changes), ...why];
  if (place.before < 1 || place.after < 1) reasons.push("surroundings changed");
  return { anchor: { ...found, state }, score: round(place.score), reasons };
}

export function waitFor(
  state: "ambiguous" | "orphaned",
  anchor: Anchor,
  places: readonly Place[],
  reasons: string[],
): LocatedAnchor {
  const candidates: AnchorCandidate[] = [];
  for (const { start, end, score } of places.toSorted((a, b) => b.score - a.score || a.start - b.start)) {
    if (candidates.length === MOST) break;
    if (candidates.some((other) => other.start === start && other.end === end)) continue;
    candidates.push({ start, end, score: round(score) });
  }
  const result: LocatedAnchor = {
    anchor: { ...anchor, state },
    score: candidates[0]?.score ?? 0,
    reasons,
  };
  return candidates.length > 0 ? { ...result, candidates } : result;
}

function distance(units: number): string {
  return `${Math.abs(units)} ${units < 0 ? "before" : "after"} their old place`;
}

function describeChanges(changes: readonly WordChange[]): string[] {
  const reasons = changes.slice(0, MOST_CHANGES).map(({ from, to, kind }) => {
    if (kind === "spacing") return "spacing changed";
    if (from === "") return `${kind} added: '${to}'`;
    if (to === "") return `${kind} removed: '${from}'`;
    return `${kind} changed: '${from}' → '${to}'`;
  });
  if (changes.length > MOST_CHANGES) reasons.push(`and ${changes.length - MOST_CHANGES} more changes`);
  const carried = new Set(changes.flatMap(({ carries }) => carries));
  for (const what of ["number", "negation", "name"] as const) if (carried.has(what)) reasons.push(`a ${what} changed`);
  return [...new Set(reasons)];
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
