import { fold } from "../values/tokens.ts";
import { isStop } from "../values/stem.ts";

export interface PrintedWord {
  text: string;
  start: number;
  end: number;
  /** Carries meaning of its own; function words do not make two utterances alike. */
  content: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}]+)*/gu;

/** The words as printed, without case, punctuation, marks: what the codebook compares quotations by. */
export function printedWords(text: string, start: number, end: number): PrintedWord[] {
  const words: PrintedWord[] = [];
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const from = start + match.index;
    const word = fold(match[0]);
    words.push({ text: word, start: from, end: from + match[0].length, content: !isStop(word) });
  }
  return words;
}

/** Does `inner` stand in `outer` without a gap? Index of its first word there, or -1. */
export function indexOfRun(outer: readonly PrintedWord[], inner: readonly PrintedWord[]): number {
  for (let at = 0; at + inner.length <= outer.length; at += 1) {
    if (inner.every((word, offset) => outer[at + offset]?.text === word.text)) return at;
  }
  return -1;
}

/** Longest common subsequence: how many words, and how many of them content. */
export function commonWords(a: readonly PrintedWord[], b: readonly PrintedWord[]): { all: number; content: number } {
  const width = b.length + 1;
  const all = new Uint16Array((a.length + 1) * width);
  const content = new Uint16Array((a.length + 1) * width);
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const here = i * width + j;
      const [up, left, back] = [here - width, here - 1, here - width - 1];
      if (a[i - 1]?.text === b[j - 1]?.text) {
        all[here] = (all[back] ?? 0) + 1;
        content[here] = (content[back] ?? 0) + (a[i - 1]?.content ? 1 : 0);
      } else {
        const from = (all[up] ?? 0) >= (all[left] ?? 0) ? up : left;
        all[here] = all[from] ?? 0;
        content[here] = content[from] ?? 0;
      }
    }
  }
  return { all: all.at(-1) ?? 0, content: content.at(-1) ?? 0 };
}

/** The longest stretch that both have word for word. */
export function longestRun(
  a: readonly PrintedWord[],
  b: readonly PrintedWord[],
): { length: number; inA: number; inB: number } {
  const best = { length: 0, inA: 0, inB: 0 };
  let row = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i += 1) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j += 1) {
      if (a[i - 1]?.text !== b[j - 1]?.text) continue;
      const length = (row[j - 1] ?? 0) + 1;
      next[j] = length;
      if (length > best.length) Object.assign(best, { length, inA: i - length, inB: j - length });
    }
    row = next;
  }
  return best;
}
