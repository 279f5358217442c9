import type { Block } from "@assay/domain";

export interface PassageContext {
  before: string;
  after: string;
  clippedBefore: boolean;
  clippedAfter: boolean;
}

/** Enough to see what the words belong to, without reprinting the source. */
const MOST = 140;

const SENTENCE_END = /[.!?…]["'”’»)\]]*(?=\s)/gu;

const SHORT = "Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Rev|Hon|St|No|Nos|Art|Fig|cf|vs|approx";

/** A full stop after one of these, or after a single capital, ends no sentence. */
const ABBREVIATED = new RegExp(String.raw`(?:^|[\s("“‘])(?:${SHORT}|\p{Lu}(?:\.\p{Lu})*)\.$`, "u");

/**
 * What stands around a passage: back to the start of its sentence and on to the end of it, within its blocks and at
 * most MOST characters each way. Cuts fall on white space where there is any.
 */
export function passageContext(text: string, blocks: readonly Block[], start: number, end: number): PassageContext {
  const from = blocks[blockAt(blocks, start)]?.start ?? start;
  const to = blocks[blockAt(blocks, end - 1)]?.end ?? end;
  const before = leadIn(text.slice(Math.max(from, start - MOST), start), from < start - MOST);
  const isWhole = sentenceEnds(`${text.slice(Math.max(start, end - 24), end)}${text.slice(end, end + 4)}`).includes(
    Math.min(end - start, 24),
  );
  const after = isWhole
    ? { words: "", clipped: false }
    : leadOut(text.slice(end, Math.min(to, end + MOST)), to > end + MOST);
  return { before: before.words, clippedBefore: before.clipped, after: after.words, clippedAfter: after.clipped };
}

/** Index of the last block that starts at or before the offset, or -1. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function leadIn(window: string, cut: boolean): { words: string; clipped: boolean } {
  const last = sentenceEnds(window).at(-1);
  if (last !== undefined) return { words: window.slice(last).trimStart(), clipped: false };
  if (!cut) return { words: window.trimStart(), clipped: false };
  const space = window.search(/\s/u);
  return { words: space === -1 ? "" : window.slice(space).trimStart(), clipped: true };
}

function leadOut(window: string, cut: boolean): { words: string; clipped: boolean } {
  const first = sentenceEnds(window)[0];
  if (first !== undefined) return { words: window.slice(0, first), clipped: false };
  if (!cut) return { words: window.trimEnd(), clipped: false };
  const space = window.search(/\s\S*$/u);
  return { words: space === -1 ? "" : window.slice(0, space).trimEnd(), clipped: true };
}

/** Where sentences end inside the window, as far as punctuation and the letter after it tell. */
function sentenceEnds(window: string): number[] {
  return [...window.matchAll(SENTENCE_END)]
    .filter((match) => !ABBREVIATED.test(window.slice(Math.max(0, match.index - 16), match.index + 1)))
    .map((match) => match.index + match[0].length)
    .filter((end) => !/^\s+["'“‘«([]*\p{Ll}/u.test(window.slice(end, end + 8)));
}
