import type { SharedText } from "../suggestion.ts";
import { kept } from "../memo/kept.ts";
import { SHINGLE } from "./shingles.ts";
import type { Shingled } from "./shingles.ts";

/** A run that is this long does not come about by chance. */
const LEAST_WORDS = 9;
/** Words that may be changed inside a run without ending it. */
const GAP = 4;

/** How many places of one run of words are looked at. */
const MOST_PLACES = 8;

/** Where each run of a text begins first and, from each of its places, the next; made once however many texts it is held against. */
const placesOf = kept(({ hashes }: Shingled) => {
  const first = new Map<number, number>();
  const next = new Int32Array(hashes.length);
  for (let at = hashes.length - 1; at >= 0; at -= 1) {
    const hash = hashes[at] as number;
    if (hash === 0) continue;
    next[at] = first.get(hash) ?? -1;
    first.set(hash, at);
  }
  return { first, next };
});

/** The passages that two texts share nearly word for word, in the order of the first; each word is in one at most. */
export function sharedText(a: Shingled, b: Shingled): SharedText[] {
  const { first, next } = placesOf(b);
  const found: SharedText[] = [];
  for (let at = 0; at < a.hashes.length; at += 1) {
    const hash = a.hashes[at] as number;
    if (hash === 0) continue;
    let best: Run | null = null;
    let other = first.get(hash) ?? -1;
    for (let seen = 0; other >= 0 && seen < MOST_PLACES; seen += 1, other = next[other] as number) {
      const run = runFrom(a, b, at, other);
      if (best === null || run.matched > best.matched) best = run;
    }
    if (best === null || best.aTo - best.aFrom < LEAST_WORDS) continue;
    found.push({
      a: passageOf(a, best.aFrom, best.aTo),
      b: passageOf(b, best.bFrom, best.bTo),
      overlap: Math.min(1, best.matched / Math.max(1, Math.min(best.aTo - best.aFrom, best.bTo - best.bFrom) - SHINGLE + 1)),
    });
    at = best.aTo - 1;
  }
  return found;
}

interface Run {
  aFrom: number;
  aTo: number;
  bFrom: number;
  bTo: number;
  /** Shingles in common. */
  matched: number;
}

function runFrom(a: Shingled, b: Shingled, aFrom: number, bFrom: number): Run {
  const run = { aFrom, aTo: aFrom + SHINGLE, bFrom, bTo: bFrom + SHINGLE, matched: 1 };
  let i = aFrom + 1;
  let j = bFrom + 1;
  while (i < a.hashes.length && j < b.hashes.length) {
    const step = nextMatch(a, b, i, j);
    if (step < 0) break;
    i += Math.floor(step / STRIDE);
    j += step % STRIDE;
    run.aTo = i + SHINGLE;
    run.bTo = j + SHINGLE;
    run.matched += 1;
    i += 1;
    j += 1;
  }
  return run;
}

const REACH = SHINGLE + GAP;
const STRIDE = REACH + 1;

/**
 * The nearest pair of equal shingles, no farther than a changed word or a few make them: how far on in the first times
 * `STRIDE`, and how far on in the second; -1 when there is none.
 */
function nextMatch(a: Shingled, b: Shingled, i: number, j: number): number {
  const [mine, other] = [a.hashes, b.hashes];
  const mostA = Math.min(REACH, mine.length - 1 - i);
  const mostB = Math.min(REACH, other.length - 1 - j);
  for (let sum = 0; sum <= mostA + mostB; sum += 1) {
    for (let skip = Math.max(0, sum - mostB); skip <= Math.min(sum, mostA); skip += 1) {
      const hash = mine[i + skip] as number;
      if (hash !== 0 && hash === other[j + sum - skip]) return skip * STRIDE + sum - skip;
    }
  }
  return -1;
}

function passageOf({ id, text, places }: Shingled, from: number, to: number) {
  const start = places[2 * from] ?? 0;
  const end = places[2 * to - 1] ?? start;
  return { source: id, start, end, exact: text.slice(start, end) };
}
