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
    let same = 0;
    while (same < inner.length && outer[at + same]?.text === inner[same]?.text) same += 1;
    if (same === inner.length) return at;
  }
  return -1;
}

/** Tables of the comparisons below, used again and again: two of a quotation's length squared for each pair would be garbage. */
let tables = [new Uint16Array(0), new Uint16Array(0)] as const;

function tablesOf(size: number): typeof tables {
  if (tables[0].length < size) tables = [new Uint16Array(size * 2), new Uint16Array(size * 2)];
  return tables;
}

/** Longest common subsequence: how many words, and how many of them content. */
export function commonWords(a: readonly PrintedWord[], b: readonly PrintedWord[]): { all: number; content: number } {
  const width = b.length + 1;
  const [all, content] = tablesOf((a.length + 1) * width);
  all.fill(0, 0, width);
  content.fill(0, 0, width);
  for (let i = 1; i <= a.length; i += 1) {
    const { text, content: counts } = a[i - 1] as PrintedWord;
    all[i * width] = 0;
    content[i * width] = 0;
    for (let j = 1; j <= b.length; j += 1) {
      const here = i * width + j;
      if (text === (b[j - 1] as PrintedWord).text) {
        all[here] = (all[here - width - 1] as number) + 1;
        content[here] = (content[here - width - 1] as number) + (counts ? 1 : 0);
      } else {
        const from = (all[here - width] as number) >= (all[here - 1] as number) ? here - width : here - 1;
        all[here] = all[from] as number;
        content[here] = content[from] as number;
      }
    }
  }
  const end = (a.length + 1) * width - 1;
  return { all: all[end] as number, content: content[end] as number };
}

/** The longest stretch that both have word for word. */
export function longestRun(
  a: readonly PrintedWord[],
  b: readonly PrintedWord[],
): { length: number; inA: number; inB: number } {
  const best = { length: 0, inA: 0, inB: 0 };
  const [row] = tablesOf(b.length + 1);
  row.fill(0, 0, b.length + 1);
  for (let i = 1; i <= a.length; i += 1) {
    // From the end, so that what stands before is still of the word before.
    for (let j = b.length; j >= 1; j -= 1) row[j] = a[i - 1]?.text === b[j - 1]?.text ? (row[j - 1] as number) + 1 : 0;
    for (let j = 1; j <= b.length; j += 1) {
      const length = row[j] as number;
      if (length > best.length) Object.assign(best, { length, inA: i - length, inB: j - length });
    }
  }
  return best;
}
