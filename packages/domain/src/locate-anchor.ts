import type { Anchor } from "./anchor.ts";
import { isGraphemeBoundary } from "./graphemes.ts";
import { anchorMatches, makeAnchor } from "./make-anchor.ts";

/** Words this long are not met by chance: they may move without their surroundings. */
const SELF_EVIDENT_LENGTH = 32;

/** The share of the remembered context that must still stand around shorter words. */
const CONTEXT_SHARE = 0.5;

/**
 * Finds an anchor's exact words in a text that may have changed (X4).
 * At their place with their surroundings → exact; one best place → exact or moved; two equally good places → ambiguous;
 * none that its surroundings vouch for → orphaned. The last two keep the old offsets and wait for a person.
 */
export function locateAnchor(text: string, anchor: Anchor): Anchor {
  const full = anchor.prefix.length + anchor.suffix.length;
  if (anchorMatches(text, anchor) && contextScore(text, anchor, anchor.start) === full) {
    return { ...anchor, state: "exact" };
  }
  const needed = anchor.exact.length >= SELF_EVIDENT_LENGTH ? 0 : full * CONTEXT_SHARE;
  let best: number | null = null;
  let bestScore = -1;
  let tied = false;
  for (const start of places(text, anchor.exact)) {
    const score = contextScore(text, anchor, start);
    if (score < needed || score < bestScore) continue;
    tied = score === bestScore;
    best = start;
    bestScore = score;
  }
  if (best === null) return { ...anchor, state: "orphaned" };
  if (tied) return { ...anchor, state: "ambiguous" };
  const found = makeAnchor(text, best, best + anchor.exact.length);
  return { ...found, state: best === anchor.start ? "exact" : "moved" };
}

function* places(text: string, exact: string): Generator<number> {
  if (exact === "") return;
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    if (isGraphemeBoundary(text, at) && isGraphemeBoundary(text, at + exact.length)) yield at;
  }
}

/** Units of prefix and suffix that still stand next to the words, counted outward until the first difference. */
function contextScore(text: string, anchor: Anchor, start: number): number {
  const { prefix, suffix } = anchor;
  const end = start + anchor.exact.length;
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before += 1;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1;
  return before + after;
}
