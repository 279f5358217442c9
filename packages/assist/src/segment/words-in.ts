import type { Word } from "./tagger.ts";

/** The words of a sentence that lie between two offsets, by bisection: a sentence may have 20,000 of them. */
export function wordsIn(words: readonly Word[], start: number, end: number): Word[] {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < words.length && (words[to]?.end ?? Infinity) <= end) to += 1;
  return words.slice(low, to);
}
