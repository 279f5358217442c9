import { IDEOGRAPH, WORD, kindAt, tokenEnd } from "./tokens.ts";

/** Words or lines of a stretch of text: where each starts, and a hash of its characters. */
export interface Items {
  starts: number[];
  hashes: number[];
}

/** A place in the old text and one in the new at which the same unique item starts. */
export interface Pair {
  old: number;
  new: number;
}

export function wordsIn(text: string, from: number, to: number): Items {
  const items: Items = { starts: [], hashes: [] };
  for (let at = from; at < to; ) {
    const end = tokenEnd(text, at, to);
    const kind = kindAt(text, at);
    if (kind === WORD || kind === IDEOGRAPH) {
      items.starts.push(at);
      items.hashes.push(hashOf(text, at, end));
    }
    at = end;
  }
  return items;
}

export function linesIn(text: string, from: number, to: number): Items {
  const items: Items = { starts: [], hashes: [] };
  for (let at = from; at < to; ) {
    const feed = text.indexOf("\n", at);
    const end = feed === -1 || feed >= to ? to : feed + 1;
    items.starts.push(at);
    items.hashes.push(hashOf(text, at, end));
    at = end;
  }
  return items;
}

function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/**
 * Sequences of `size` items that occur once on either side, in the order of both (the longest such chain). Two different
 * sequences of one hash are rare and cost nothing but themselves: whoever grows a run from a pair compares characters.
 */
export function uniquePairs(oldItems: Items, newItems: Items, size: number): Pair[] {
  const inOld = positions(oldItems, size);
  const inNew = positions(newItems, size);
  const pairs: Pair[] = [];
  for (const [hash, at] of inOld) {
    const other = inNew.get(hash);
    if (at === REPEATED || other === undefined || other === REPEATED) continue;
    pairs.push({ old: oldItems.starts[at] ?? 0, new: newItems.starts[other] ?? 0 });
  }
  return longestChain(pairs);
}

const REPEATED = -1;

/** In the order of first occurrence, which is the text's. */
function positions({ hashes }: Items, size: number): Map<number, number> {
  const found = new Map<number, number>();
  for (let at = 0; at + size <= hashes.length; at += 1) {
    let hash = 0;
    for (let i = 0; i < size; i += 1) hash = (Math.imul(hash, 0x9e3779b1) ^ (hashes[at + i] ?? 0)) | 0;
    found.set(hash, found.has(hash) ? REPEATED : at);
  }
  return found;
}

/** The longest increasing subsequence by `new`, of pairs that increase by `old`. */
function longestChain(pairs: Pair[]): Pair[] {
  const previous = new Int32Array(pairs.length);
  const tails: number[] = [];
  const newAt = (index: number | undefined) => pairs[index ?? -1]?.new ?? -1;
  for (let i = 0; i < pairs.length; i += 1) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (newAt(tails[middle]) < newAt(i)) low = middle + 1;
      else high = middle;
    }
    previous[i] = tails[low - 1] ?? -1;
    tails[low] = i;
  }
  const chain: Pair[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}
