import type { CaseIndex, IndexedPassage } from "../align/case-index.ts";

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

function weights(index: CaseIndex, passage: IndexedPassage): Map<string, number> {
  const found = new Map<string, number>();
  for (const word of passage.words) {
    if (word.kind === "stop") continue;
    found.set(word.term, index.weightOf(word));
  }
  return found;
}

const dot = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

/** Two sentences that something else than their rare words brought together have none of those in common. */
export function pairOf(a: IndexedPassage, b: IndexedPassage, words = 0): SentencePair {
  const gist = dot(a.gist, b.gist);
  const likeness = Math.min(1, 0.65 * words + 0.35 * Math.max(0, (gist - 0.3) / 0.7));
  return { a, b, likeness, words, gist, rank: words === 0 ? Number.POSITIVE_INFINITY : 0 };
}

/**
 * Sentences of different sources that share rare words or are about the same matter. By an index of the words, so that
 * only sentences with something in common are ever set side by side. `within`: sentences of one source instead.
 */
export function sentencePairs(index: CaseIndex, within = false): SentencePair[] {
  const passages = index.passages.filter((passage) => passage.kind !== "speaker" && !passage.dateline);
  const terms = new Map(passages.map((passage) => [passage.index, weights(index, passage)]));
  const total = new Map(
    [...terms].map(([at, words]) => [at, [...words.values()].reduce((sum, weight) => sum + weight, 0)]),
  );
  const holders = new Map<string, IndexedPassage[]>();
  for (const passage of passages) {
    for (const term of terms.get(passage.index)?.keys() ?? []) {
      const list = holders.get(term);
      if (list) list.push(passage);
      else holders.set(term, [passage]);
    }
  }
  const many = within || index.sources.length >= MANY;
  const nearest = within ? 3 : many ? NEAREST_OF_MANY : NEAREST;
  const pairs: SentencePair[] = [];
  const ranks = new Map<string, number>();
  for (const a of passages) {
    const shared = new Map<IndexedPassage, number>();
    for (const [term, weight] of terms.get(a.index) ?? []) {
      const list = holders.get(term) ?? [];
      if (list.length > MOST) continue;
      for (const b of list)
        if ((b.source === a.source) === within && b !== a) shared.set(b, (shared.get(b) ?? 0) + weight);
    }
    const near = new Map<number, SentencePair[]>();
    for (const [b, weight] of shared) {
      const [one, other] = [total.get(a.index) ?? 1, total.get(b.index) ?? 1];
      const words = weight / Math.sqrt(Math.max(1, one) * Math.max(1, other));
      const group = many ? 0 : b.source;
      const list = near.get(group);
      const pair = pairOf(a, b, words);
      if (list) list.push(pair);
      else near.set(group, [pair]);
    }
    for (const list of near.values()) {
      for (const [rank, pair] of list
        .toSorted((x, y) => y.likeness - x.likeness)
        .slice(0, nearest)
        .entries()) {
        const [first, second] = pair.a.index < pair.b.index ? [pair.a, pair.b] : [pair.b, pair.a];
        const key = `${first.index} ${second.index}`;
        const known = ranks.get(key);
        if (known === undefined) pairs.push({ ...pair, a: first, b: second });
        ranks.set(key, Math.min(known ?? rank, rank));
      }
    }
  }
  return pairs.map((pair) => ({ ...pair, rank: ranks.get(`${pair.a.index} ${pair.b.index}`) ?? 0 }));
}
