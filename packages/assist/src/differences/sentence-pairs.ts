import type { CaseIndex, IndexedPassage } from "../align/case-index.ts";
import { product } from "../align/passage-features.ts";
import { kept } from "../memo/kept.ts";
import { groupBy } from "./group-by.ts";

/** Two sentences of two sources that may report one fact. */
export interface SentencePair {
  a: IndexedPassage;
  b: IndexedPassage;
  /** 0 to 1, and what it is made of: rare words in common, and what both are about. */
  likeness: number;
  words: number;
  gist: number;
  /** How many sentences of the other source are nearer, the better of both sides. */
  rank: number;
}

/** For each sentence the nearest so many of every other source are looked at; of many sources so many in all. */
const NEAREST = 10;
const NEAREST_OF_MANY = 12;
/** From so many sources on. */
const MANY = 9;
/** Words that stand in more sentences than this do not bring two together. */
const MOST = 60;

/** Two sentences that something else than their rare words brought together have none of those in common. */
export function pairOf(a: IndexedPassage, b: IndexedPassage, words = 0): SentencePair {
  const gist = product(a.gist, b.gist);
  const likeness = Math.min(1, 0.65 * words + 0.35 * Math.max(0, (gist - 0.3) / 0.7));
  return { a, b, likeness, words, gist, rank: words === 0 ? Number.POSITIVE_INFINITY : 0 };
}

/** The words of a sentence, each once, by numbers that the case gives them; the last form of a word says what it weighs. */
interface WeighedWords {
  terms: Uint32Array;
  weights: Float64Array;
  total: number;
}

function weighedWords(index: CaseIndex, { words }: IndexedPassage, numbers: Map<string, number>): WeighedWords {
  const found = new Map<number, number>();
  for (const word of words) {
    if (word.kind === "stop") continue;
    const number = numbers.get(word.term) ?? numbers.size;
    if (number === numbers.size) numbers.set(word.term, number);
    found.set(number, index.weightOf(word));
  }
  const weights = Float64Array.from(found.values());
  return { terms: Uint32Array.from(found.keys()), weights, total: weights.reduce((sum, weight) => sum + weight, 0) };
}

interface WeighedPassages {
  passages: IndexedPassage[];
  weighed: WeighedWords[];
  /** Of each word, by its number, which of the passages have it. */
  holders: number[][];
}

/** The sentences of a case with their words: asked for twice, across the sources and within them. */
const weighedOf = kept((index: CaseIndex): WeighedPassages => {
  const passages = index.passages.filter((passage) => passage.kind !== "speaker" && !passage.dateline);
  const numbers = new Map<string, number>();
  const weighed: WeighedWords[] = [];
  for (const passage of passages) weighed.push(weighedWords(index, passage, numbers));
  const holders = Array.from(numbers, (): number[] => []);
  for (const [at, { terms }] of weighed.entries()) for (const term of terms) holders[term]?.push(at);
  return { passages, weighed, holders };
});

/** The other sentences that share rare words with the one at `at`. `shared` is all nothing before and after. */
function metBy({ passages, weighed, holders }: WeighedPassages, at: number, within: boolean, shared: Float64Array): SentencePair[] {
  const a = passages[at] as IndexedPassage;
  const own = weighed[at] as WeighedWords;
  const met: number[] = [];
  for (let k = 0; k < own.terms.length; k += 1) {
    const list = holders[own.terms[k] as number] as number[];
    if (list.length > MOST) continue;
    for (const other of list) {
      if ((passages[other]?.source === a.source) !== within || other === at) continue;
      if (shared[other] === 0) met.push(other);
      shared[other] = (shared[other] as number) + (own.weights[k] as number);
    }
  }
  return met.map((other) => {
    const words = (shared[other] as number) / Math.sqrt(Math.max(1, own.total) * Math.max(1, weighed[other]?.total ?? 1));
    shared[other] = 0;
    return pairOf(a, passages[other] as IndexedPassage, words);
  });
}

/**
 * Sentences of different sources that share rare words or are about the same matter. By an index of the words, so that
 * only sentences with something in common are ever set side by side. `within`: sentences of one source instead.
 */
export function sentencePairs(index: CaseIndex, within = false): SentencePair[] {
  const weighed = weighedOf(index);
  const many = within || index.sources.length >= MANY;
  const nearest = within ? 3 : many ? NEAREST_OF_MANY : NEAREST;
  const pairs = new Map<number, SentencePair>();
  const shared = new Float64Array(weighed.passages.length);
  for (let at = 0; at < weighed.passages.length; at += 1) {
    for (const list of groupBy(metBy(weighed, at, within, shared), ({ b }) => (many ? 0 : b.source)).values()) {
      list
        .toSorted((x, y) => y.likeness - x.likeness)
        .slice(0, nearest)
        .forEach((pair, rank) => add(pairs, pair, rank, index.passages.length));
    }
  }
  return [...pairs.values()];
}

/** A pair that was met from both of its sentences is one, with the better rank. */
function add(pairs: Map<number, SentencePair>, pair: SentencePair, rank: number, passages: number): void {
  const [first, second] = pair.a.index < pair.b.index ? [pair.a, pair.b] : [pair.b, pair.a];
  const key = first.index * passages + second.index;
  const known = pairs.get(key);
  if (known === undefined) pairs.set(key, { a: first, b: second, likeness: pair.likeness, words: pair.words, gist: pair.gist, rank });
  else known.rank = Math.min(known.rank, rank);
}
