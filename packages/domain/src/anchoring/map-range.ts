import type { Alignment } from "./align-texts.ts";
import { runsByTokens } from "./diff-tokens.ts";
import type { Region, Run } from "./diff-tokens.ts";

export interface Span {
  start: number;
  end: number;
}

/** Where an alignment puts a passage. `kept`: how many of its units still stand. */
export interface MappedRange extends Span {
  kept: number;
  /** The equal stretch that holds the whole passage; −1 if there is none. */
  run: number;
}

/** Characters × characters up to which a passage's edge inside a changed region is looked for word by word. */
const FINE = 250_000;

/** The last run that starts at or before `at`; −1 before the first. */
export function runAt(runs: readonly Run[], side: "old" | "new", at: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.[side] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The changed region after a run (−1: the one before the first). */
export function gapAfter({ oldText, newText, runs }: Alignment, index: number): Region {
  const before = runs[index];
  const after = runs[index + 1];
  return {
    oldStart: before ? before.old + before.length : 0,
    oldEnd: after ? after.old : oldText.length,
    newStart: before ? before.new + before.length : 0,
    newEnd: after ? after.new : newText.length,
  };
}

export function mapRange(alignment: Alignment, start: number, end: number): MappedRange {
  const { runs } = alignment;
  const first = runAt(runs, "old", start);
  const run = runs[first];
  if (run && end <= run.old + run.length) {
    const shift = run.new - run.old;
    return { start: start + shift, end: end + shift, kept: end - start, run: first };
  }
  let kept = 0;
  for (let i = Math.max(first, 0); i < runs.length; i += 1) {
    const { old, length } = runs[i] ?? { old: end, length: 0 };
    if (old >= end) break;
    kept += Math.max(0, Math.min(end, old + length) - Math.max(start, old));
  }
  const from = mapEdge(alignment, start, "start");
  const to = mapEdge(alignment, end, "end");
  return { start: from, end: Math.max(from, to), kept, run: -1 };
}

/** How many units of new[start, end) stand in equal stretches that come from outside old[start, end) of `own`. */
export function unitsOfOthers({ runs }: Alignment, span: Span, own: Span): number {
  let others = 0;
  for (let i = Math.max(0, runAt(runs, "new", span.start)); i < runs.length; i += 1) {
    const run = runs[i];
    if (!run || run.new >= span.end) break;
    const from = Math.max(span.start, run.new);
    const to = Math.min(span.end, run.new + run.length);
    if (from >= to) continue;
    const shift = run.old - run.new;
    const mine = Math.min(to + shift, own.end) - Math.max(from + shift, own.start);
    others += to - from - Math.max(0, mine);
  }
  return others;
}

/**
 * An edge inside an equal stretch moves with it. At the border of a changed region a start takes in what replaced its
 * first words, and not what was inserted before them; an end likewise.
 */
function mapEdge(alignment: Alignment, at: number, edge: "start" | "end"): number {
  const unit = edge === "start" ? at : at - 1;
  const index = runAt(alignment.runs, "old", unit);
  const run = alignment.runs[index];
  if (run && unit < run.old + run.length) return at - run.old + run.new;
  return edgeInRegion(alignment, gapAfter(alignment, index), at, edge, true);
}

function edgeInRegion(texts: Alignment, region: Region, at: number, edge: "start" | "end", refine: boolean): number {
  if (at === region.oldStart) return region.newStart;
  if (at === region.oldEnd) return region.newEnd;
  const newLength = region.newEnd - region.newStart;
  if (newLength === 0) return region.newStart;
  if (refine && (region.oldEnd - region.oldStart) * newLength <= FINE) {
    const { oldText, newText } = texts;
    const inner = { oldText, newText, runs: runsByTokens(oldText, newText, region, false) };
    const unit = edge === "start" ? at : at - 1;
    const index = runAt(inner.runs, "old", unit);
    const run = inner.runs[index];
    if (run && unit < run.old + run.length) return at - run.old + run.new;
    const around = gapAfter(inner, index);
    const gap = {
      oldStart: Math.max(around.oldStart, region.oldStart),
      oldEnd: Math.min(around.oldEnd, region.oldEnd),
      newStart: Math.max(around.newStart, region.newStart),
      newEnd: Math.min(around.newEnd, region.newEnd),
    };
    return edgeInRegion(texts, gap, at, edge, false);
  }
  const share = (at - region.oldStart) / (region.oldEnd - region.oldStart);
  return region.newStart + Math.round(share * newLength);
}
