import type { CaseIndex } from "../align/case-index.ts";
import { queryOf } from "../align/query.ts";

/** The words of a claim that say something, with their weight in the case. */
export interface WeighedClaim {
  words: ReadonlyMap<string, number>;
  numbers: ReadonlySet<string>;
  total: number;
}

export function weighClaim(index: CaseIndex, text: string): WeighedClaim {
  const words = new Map<string, number>();
  const numbers = new Set<string>();
  for (const { term, kind, weight } of queryOf(index, text).words) {
    if (kind === "number") numbers.add(term);
    words.set(term, weight);
  }
  return { words, numbers, total: [...words.values()].reduce((sum, weight) => sum + weight, 0) };
}

/** How much two claims say the same, 0 to 1: weight of the words they share in that of all. Other figures, other claim. */
export function likenessOf(a: WeighedClaim, b: WeighedClaim): number {
  let shared = 0;
  for (const [term, weight] of a.words) if (b.words.has(term)) shared += weight;
  const all = a.total + b.total - shared;
  if (all === 0) return 0;
  const differs = [...a.numbers].some((one) => !b.numbers.has(one)) && [...b.numbers].some((one) => !a.numbers.has(one));
  return differs ? (shared / all) * 0.5 : shared / all;
}

/** Pairs that share a rare word, by an index of their words; never all against all. */
export function likelyPairs(claims: readonly WeighedClaim[], least: number): { a: number; b: number; likeness: number }[] {
  const postings = new Map<string, number[]>();
  const seen = new Set<number>();
  const found: { a: number; b: number; likeness: number }[] = [];
  for (const [b, claim] of claims.entries()) {
    const heaviest = [...claim.words].toSorted((x, y) => y[1] - x[1]).slice(0, 6);
    for (const [term] of heaviest) {
      for (const a of postings.get(term) ?? []) {
        const key = a * claims.length + b;
        if (seen.has(key)) continue;
        seen.add(key);
        const likeness = likenessOf(claims[a] as WeighedClaim, claim);
        if (likeness >= least) found.push({ a, b, likeness });
      }
    }
    for (const [term] of heaviest) {
      const known = postings.get(term) ?? [];
      // A word that hundreds of claims share tells nothing apart.
      if (known.length < 200) known.push(b);
      postings.set(term, known);
    }
  }
  return found;
}
