import type { SharedText } from "../suggestion.ts";
import { SHINGLE } from "./shingles.ts";
import type { Shingled } from "./shingles.ts";

/** A run that is this long does not come about by chance. */
const LEAST_WORDS = 9;
/** Words that may be changed inside a run without ending it. */
const GAP = 4;

/** The passages that two texts share nearly word for word, in the order of the first; each word is in one at most. */
export function sharedText(a: Shingled, b: Shingled): SharedText[] {
  const places = new Map<number, number[]>();
  for (const [at, hash] of b.hashes.entries()) {
    if (hash === 0 || !a.distinct.has(hash)) continue;
    const known = places.get(hash);
    if (known === undefined) places.set(hash, [at]);
    else if (known.length < 8) known.push(at);
  }
  const found: SharedText[] = [];
  for (let at = 0; at < a.hashes.length; at += 1) {
    const hash = a.hashes[at] ?? 0;
    let best: Run | null = null;
    for (const other of (hash === 0 ? undefined : places.get(hash)) ?? []) {
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
    if (step === null) break;
    i = step.i;
    j = step.j;
    run.aTo = i + SHINGLE;
    run.bTo = j + SHINGLE;
    run.matched += 1;
    i += 1;
    j += 1;
  }
  return run;
}

/** The nearest pair of equal shingles, no farther than a changed word or a few make them. */
function nextMatch(a: Shingled, b: Shingled, i: number, j: number): { i: number; j: number } | null {
  const reach = SHINGLE + GAP;
  for (let sum = 0; sum <= 2 * reach; sum += 1) {
    for (let skip = Math.max(0, sum - reach); skip <= Math.min(sum, reach); skip += 1) {
      const hash = a.hashes[i + skip] ?? 0;
      if (hash !== 0 && hash === b.hashes[j + sum - skip]) return { i: i + skip, j: j + sum - skip };
    }
  }
  return null;
}

function passageOf({ id, text, places }: Shingled, from: number, to: number) {
  const start = places[2 * from] ?? 0;
  const end = places[2 * to - 1] ?? start;
  return { source: id, start, end, exact: text.slice(start, end) };
}
