import type { Run } from "./diff-tokens.ts";
import { SPACE, kindAt } from "./tokens.ts";

/** How far an insertion or a deletion is slid. */
const REACH = 4000;

/**
 * Of the equal ways to read an insertion or a deletion (“A. [B. ]C” or “A[. B]. C”) takes the one whose edges lie at
 * the start of a line, else of a sentence, else of a word: that is where people insert and delete.
 */
export function slideGaps(oldText: string, newText: string, runs: Run[]): Run[] {
  for (let i = 0; i + 1 < runs.length; i += 1) {
    const before = runs[i];
    const after = runs[i + 1];
    if (!before || !after) continue;
    const oldGap = after.old - before.old - before.length;
    const newGap = after.new - before.new - before.length;
    if ((oldGap === 0) === (newGap === 0)) continue;
    const [text, from, to] =
      oldGap === 0 ? [newText, after.new - newGap, after.new] : [oldText, after.old - oldGap, after.old];
    // At least one unit stays in each run.
    const shift = bestShift(text, from, to, before.length - 1, after.length - 1);
    before.length += shift;
    after.old += shift;
    after.new += shift;
    after.length -= shift;
  }
  return runs;
}

function bestShift(text: string, from: number, to: number, left: number, right: number): number {
  let best = 0;
  let bestScore = edgesScore(text, from, to);
  const consider = (shift: number) => {
    const score = edgesScore(text, from + shift, to + shift);
    if (score <= bestScore) return;
    best = shift;
    bestScore = score;
  };
  for (let k = 1; k <= Math.min(left, REACH) && text[from - k] === text[to - k]; k += 1) consider(-k);
  for (let k = 1; k <= Math.min(right, REACH) && text[from + k - 1] === text[to + k - 1]; k += 1) consider(k);
  return best;
}

/**
 * Can text[from, to) be slid by `least` units or more (to the left if negative) and have edges as good as now? Then
 * nothing tells it from what stands on that side of it.
 */
export function hasEqualReading(text: string, from: number, to: number, least: number): boolean {
  if (from === to || least === 0 || Math.abs(least) > REACH) return false;
  const score = edgesScore(text, from, to);
  const step = Math.sign(least);
  const unit = step < 0 ? -1 : 0;
  for (let shift = 0; Math.abs(shift) <= REACH; shift += step) {
    if (Math.abs(shift) >= Math.abs(least) && edgesScore(text, from + shift, to + shift) >= score) return true;
    const leaving = text[from + shift + unit];
    if (leaving === undefined || leaving !== text[to + shift + unit]) return false;
  }
  return false;
}

function edgesScore(text: string, from: number, to: number): number {
  return edgeScore(text, from) + edgeScore(text, to);
}

function edgeScore(text: string, at: number): number {
  if (at <= 0 || at >= text.length) return 5;
  if (text[at - 1] === "\n") return 5;
  const spaceBefore = kindAt(text, at - 1) === SPACE;
  const spaceAfter = kindAt(text, at) === SPACE;
  if (spaceBefore && !spaceAfter) return isAfterSentence(text, at) ? 4 : 3;
  if (spaceAfter && !spaceBefore) return 2;
  return kindAt(text, at - 1) === kindAt(text, at) ? 0 : 1;
}

function isAfterSentence(text: string, at: number): boolean {
  return /[.!?…。！？]["'”’»)\]]*\s+$/u.test(text.slice(Math.max(0, at - 8), at));
}
