import { quotedSpans } from "../attribution/quoted-spans.ts";

/** Words of one text and a hash of every run of `SHINGLE` of them. */
export interface Shingled {
  id: string;
  text: string;
  /** Start and end of each word, in turn. */
  places: Int32Array;
  /** Hash of the run that starts at each word; 0 inside quotations and where the text ends. */
  hashes: Int32Array;
  /** The different hashes that are not 0. */
  distinct: ReadonlySet<number>;
}

/** Two writers on one event share many runs of three words and hardly any of five. */
export const SHINGLE = 5;
/** Quoting the same speech is what independent outlets do; a run inside marks says nothing about copying. */
const LEAST_QUOTED_WORDS = 4;
const WORD = /[\p{L}\p{N}]+/gu;

export function shingle(id: string, text: string): Shingled {
  const starts: number[] = [];
  const words: number[] = [];
  for (const match of text.matchAll(WORD)) {
    starts.push(match.index, match.index + match[0].length);
    words.push(hashOf(fold(match[0])));
  }
  const quoted = quotedMask(text, starts);
  const hashes = new Int32Array(words.length);
  for (let at = 0; at + SHINGLE <= words.length; at += 1) {
    let hash = 0x811c9dc5;
    let inside = false;
    for (let i = at; i < at + SHINGLE; i += 1) {
      hash = Math.imul(hash ^ (words[i] ?? 0), 0x01000193) ^ (hash >>> 15);
      inside ||= quoted[i] === 1;
    }
    // As a signed number: unsigned, half of them would be boxed wherever they are kept.
    if (!inside) hashes[at] = mix(hash) | 0 || 1;
  }
  const distinct = new Set(hashes);
  distinct.delete(0);
  return { id, text, places: Int32Array.from(starts), hashes, distinct };
}

function quotedMask(text: string, places: readonly number[]): Uint8Array {
  const mask = new Uint8Array(places.length / 2);
  let word = 0;
  for (const { start, end } of quotedSpans(text)) {
    while (word < mask.length && (places[2 * word] ?? 0) < start) word += 1;
    let last = word;
    while (last < mask.length && (places[2 * last + 1] ?? 0) <= end) last += 1;
    if (last - word >= LEAST_QUOTED_WORDS) mask.fill(1, word, last);
    word = last;
  }
  return mask;
}

/** Case, accents and the form of a digit do not make another word. */
const fold = (word: string) => (/^\w*$/.test(word) ? word : word.normalize("NFKD").replace(/\p{M}/gu, "")).toLowerCase();

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return mix(hash);
}

function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
