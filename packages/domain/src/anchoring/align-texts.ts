import { runsByTokens } from "./diff-tokens.ts";
import type { Region, Run } from "./diff-tokens.ts";
import { slideGaps } from "./slide-gaps.ts";
import { isTokenBoundary } from "./tokens.ts";
import { linesIn, uniquePairs, wordsIn } from "./unique-items.ts";
import type { Pair } from "./unique-items.ts";

/** Which stretches of the new text are which of the old, in the order of both. What lies between has changed. */
export interface Alignment {
  oldText: string;
  newText: string;
  runs: Run[];
}

/** Characters × characters up to which a region is compared word by word; above, its unique phrases are looked for. */
const SMALL = 1_000_000;

/** Words in a phrase that is looked for; the second only where the first finds nothing. */
const PHRASE = 4;
const SHORT_PHRASE = 2;

/**
 * Lines that occur once in both texts, then phrases that do, then word by word in the small regions that are left. Each
 * step is close to linear, whatever the texts; a large region without a common phrase counts as replaced.
 */
export function alignTexts(oldText: string, newText: string): Alignment {
  const runs: Run[] = [];
  const head = commonStart(oldText, newText);
  if (head > 0) runs.push({ old: 0, new: 0, length: head });
  const tail = commonEnd(oldText, newText, head);
  const middle = { oldStart: head, oldEnd: oldText.length - tail, newStart: head, newEnd: newText.length - tail };
  alignByLines(oldText, newText, middle, runs);
  if (tail > 0) runs.push({ old: middle.oldEnd, new: middle.newEnd, length: tail });
  return { oldText, newText, runs: slideGaps(oldText, newText, join(runs)) };
}

function alignByLines(oldText: string, newText: string, region: Region, into: Run[]): void {
  if (isOneSided(region)) return;
  const lines = (text: string, from: number, to: number) => linesIn(text, from, to);
  const pairs = uniquePairs(
    lines(oldText, region.oldStart, region.oldEnd),
    lines(newText, region.newStart, region.newEnd),
    1,
  );
  const runs = growRuns(oldText, newText, region, pairs);
  forEachGap(region, runs, (gap) => alignByPhrases(oldText, newText, gap, into), into);
}

function alignByPhrases(oldText: string, newText: string, region: Region, into: Run[]): void {
  if (isOneSided(region)) return;
  if ((region.oldEnd - region.oldStart) * (region.newEnd - region.newStart) <= SMALL) {
    into.push(...runsByTokens(oldText, newText, region, true));
    return;
  }
  const oldWords = wordsIn(oldText, region.oldStart, region.oldEnd);
  const newWords = wordsIn(newText, region.newStart, region.newEnd);
  let runs: Run[] = [];
  for (const size of [PHRASE, SHORT_PHRASE]) {
    runs = growRuns(oldText, newText, region, uniquePairs(oldWords, newWords, size));
    if (runs.length > 0) break;
  }
  if (runs.length > 0) forEachGap(region, runs, (gap) => alignByPhrases(oldText, newText, gap, into), into);
}

function isOneSided(region: Region): boolean {
  return region.oldStart === region.oldEnd || region.newStart === region.newEnd;
}

/** Hands over the regions between the runs, and the runs, in the order of the texts. */
function forEachGap(region: Region, runs: Run[], visit: (gap: Region) => void, into: Run[]): void {
  let { oldStart, newStart } = region;
  for (const run of runs) {
    visit({ oldStart, oldEnd: run.old, newStart, newEnd: run.new });
    into.push(run);
    oldStart = run.old + run.length;
    newStart = run.new + run.length;
  }
  visit({ oldStart, oldEnd: region.oldEnd, newStart, newEnd: region.newEnd });
}

/** Each pair grown to both sides as far as the characters agree, cut back to whole words. */
function growRuns(oldText: string, newText: string, region: Region, pairs: Pair[]): Run[] {
  const runs: Run[] = [];
  let oldFrom = region.oldStart;
  let newFrom = region.newStart;
  for (const pair of pairs) {
    if (pair.old < oldFrom || pair.new < newFrom) continue;
    let back = 0;
    while (
      pair.old - back > oldFrom &&
      pair.new - back > newFrom &&
      oldText.charCodeAt(pair.old - back - 1) === newText.charCodeAt(pair.new - back - 1)
    ) {
      back += 1;
    }
    let ahead = 0;
    const room = Math.min(region.oldEnd - pair.old, region.newEnd - pair.new);
    while (ahead < room && oldText.charCodeAt(pair.old + ahead) === newText.charCodeAt(pair.new + ahead)) ahead += 1;
    while (back > 0 && !isCommonBoundary(oldText, newText, pair.old - back, pair.new - back)) back -= 1;
    while (ahead > 0 && !isCommonBoundary(oldText, newText, pair.old + ahead, pair.new + ahead)) ahead -= 1;
    if (ahead + back < 2) continue;
    runs.push({ old: pair.old - back, new: pair.new - back, length: back + ahead });
    oldFrom = pair.old + ahead;
    newFrom = pair.new + ahead;
  }
  return runs;
}

function isCommonBoundary(oldText: string, newText: string, old: number, fresh: number): boolean {
  return isTokenBoundary(oldText, old) && isTokenBoundary(newText, fresh);
}

function commonStart(oldText: string, newText: string): number {
  const room = Math.min(oldText.length, newText.length);
  let length = 0;
  while (length < room && oldText.charCodeAt(length) === newText.charCodeAt(length)) length += 1;
  while (length > 0 && !isCommonBoundary(oldText, newText, length, length)) length -= 1;
  return length;
}

function commonEnd(oldText: string, newText: string, head: number): number {
  const room = Math.min(oldText.length, newText.length) - head;
  const { length: oldEnd } = oldText;
  const { length: newEnd } = newText;
  let length = 0;
  while (length < room && oldText.charCodeAt(oldEnd - length - 1) === newText.charCodeAt(newEnd - length - 1)) length += 1;
  while (length > 0 && !isCommonBoundary(oldText, newText, oldEnd - length, newEnd - length)) length -= 1;
  return length;
}

function join(runs: Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last.old + last.length === run.old && last.new + last.length === run.new) last.length += run.length;
    else joined.push({ ...run });
  }
  return joined;
}
