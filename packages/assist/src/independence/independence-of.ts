import type { AssistSource, SharedText } from "../suggestion.ts";
import { sharedText } from "./shared-text.ts";
import { shingle } from "./shingles.ts";
import type { Shingled } from "./shingles.ts";

export interface Independence {
  /** Every source in one group; those of a group go back to one text. In the order of the sources. */
  groups: string[][];
  /** What the sources of one group share. */
  shared: SharedText[];
}

/**
 * Of the runs of five words of the shorter text, how many the other has: independent reports of one event stay under a
 * fiftieth, a lightly rewritten copy keeps a third; what was rewritten with more care lies between.
 */
const COPIED = 0.08;
/** A copied paragraph in a long text of its own is shared text, and no dependence, below this many runs. */
const LEAST_RUNS = 12;
/** One run in so many is kept for the search of pairs: its hash decides, so that both texts keep the same ones. */
const SAMPLED = 4;
/** Of shared passages so many are told; nobody reads on. */
const MOST_SHARED = 2000;
/** What stands in more texts than this is an agency's footer, not one text's copy. */
const COMMON = 40;

/**
 * Which sources go back to one text. Pairs are found over a sample of hashed runs of words (a scaled MinHash), so that
 * the work grows with the texts and what they share, not with the pairs of sources; each pair found is then counted.
 */
export function independenceOf(sources: readonly AssistSource[], signal?: AbortSignal): Independence {
  const texts = sources.map(({ id, text }) => shingle(id, text));
  const parent = texts.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  const shared: SharedText[] = [];
  for (const [a, b] of candidates(texts)) {
    signal?.throwIfAborted();
    // Copies of one text make pairs by the square of their number: after so many it is the groups that tell.
    const isFull = shared.length >= MOST_SHARED;
    if (isFull && rootOf(a) === rootOf(b)) continue;
    if (!isCopied(texts[a] as Shingled, texts[b] as Shingled)) continue;
    parent[rootOf(b)] = rootOf(a);
    if (!isFull) shared.push(...sharedText(texts[a] as Shingled, texts[b] as Shingled));
  }
  const groups = new Map<number, string[]>();
  for (const [index, { id }] of texts.entries()) {
    const root = rootOf(index);
    groups.set(root, [...(groups.get(root) ?? []), id]);
  }
  return { groups: [...groups.values()], shared };
}

/** Pairs of texts that share enough of the sampled runs to be worth counting, in order. */
function candidates(texts: readonly Shingled[]): [number, number][] {
  const postings = new Map<number, number[]>();
  for (const [index, { distinct }] of texts.entries()) {
    for (const hash of distinct) {
      if (hash % SAMPLED !== 0) continue;
      const known = postings.get(hash);
      if (known === undefined) postings.set(hash, [index]);
      else known.push(index);
    }
  }
  const counts = new Map<number, number>();
  for (const texted of postings.values()) {
    if (texted.length < 2 || texted.length > COMMON) continue;
    for (const [at, first] of texted.entries()) {
      for (const second of texted.slice(at + 1)) {
        const key = first * texts.length + second;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return [...counts]
    .filter(([, count]) => count >= 2)
    .map(([key]): [number, number] => [Math.floor(key / texts.length), key % texts.length])
    .toSorted(([a, b], [c, d]) => a - c || b - d);
}

function isCopied(a: Shingled, b: Shingled): boolean {
  const [small, large] = a.distinct.size <= b.distinct.size ? [a.distinct, b.distinct] : [b.distinct, a.distinct];
  let both = 0;
  for (const hash of small) if (large.has(hash)) both += 1;
  // A short text is copied when nearly all of it is.
  return both >= Math.min(LEAST_RUNS, Math.max(2, small.size * 0.8)) && both >= COPIED * small.size;
}
