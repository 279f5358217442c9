import type { AlignedPassage, AssistClaim } from "../suggestion.ts";
import type { CaseIndex, IndexedPassage } from "./case-index.ts";
import type { IndexedWord } from "./words.ts";
import { wordsOf } from "./words.ts";

/** How much of a word's weight counts when it stands not in the sentence but in one just before it. */
const NEARBY = [0, 0.35, 0.2, 0.12];
/** The same for the sentence after it. */
const NEXT = 0.1;

export interface WeighedWord extends IndexedWord {
  weight: number;
}

/** The claim's words against one sentence: how well each is met there. */
export interface Match {
  passage: IndexedPassage;
  score: number;
  /** Of each of the claim's words, 0 to 1, in the sentence itself. */
  met: Float32Array;
}

export interface Alignment {
  words: WeighedWord[];
  total: number;
  /** Of each source of the case, best first. */
  matches: Match[][];
}

const KEPT = 6;

export function alignWords(index: CaseIndex, claim: AssistClaim): Alignment {
  const words = wordsOf(claim.text)
    .filter(({ kind }) => kind !== "stop")
    .map((word) => ({ ...word, weight: index.weightOf(word) }));
  const total = words.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const met = new Map<number, Float32Array>();
  words.forEach((word, position) => {
    for (const { term, likeness } of index.neighboursOf(word)) {
      for (const passage of term.postings) {
        let row = met.get(passage);
        if (row === undefined) met.set(passage, (row = new Float32Array(words.length)));
        if (likeness > (row[position] ?? 0)) row[position] = likeness;
      }
    }
  });
  const matches = index.sources.map((_, source) => {
    const found: Match[] = [];
    const first = index.bounds[source] ?? 0;
    const last = index.bounds[source + 1] ?? first;
    for (let i = first; i < last; i++) {
      const row = met.get(i);
      const passage = index.passages[i];
      if (row === undefined || passage === undefined) continue;
      found.push({ passage, met: row, score: scoreOf(words, total, row, i, first, last, met) });
    }
    return found.toSorted((a, b) => b.score - a.score || a.passage.start - b.passage.start).slice(0, KEPT);
  });
  return { words, total, matches };
}

function scoreOf(
  words: readonly WeighedWord[],
  total: number,
  row: Float32Array,
  at: number,
  first: number,
  last: number,
  met: ReadonlyMap<number, Float32Array>,
): number {
  let sum = 0;
  words.forEach(({ weight }, position) => {
    let best = row[position] ?? 0;
    for (let back = 1; back < NEARBY.length && at - back >= first; back++) {
      best = Math.max(best, (met.get(at - back)?.[position] ?? 0) * (NEARBY[back] ?? 0));
    }
    if (at + 1 < last) best = Math.max(best, (met.get(at + 1)?.[position] ?? 0) * NEXT);
    sum += weight * best;
  });
  return sum / total;
}

/** The best passages of each source of the case for a claim, at most three each, best first. */
export function alignClaim(index: CaseIndex, claim: AssistClaim): AlignedPassage[][] {
  const { matches } = alignWords(index, claim);
  return matches.map((found, source) => {
    const { text } = index.sources[source] ?? { text: "" };
    return found.slice(0, 3).map(({ passage: { start, end }, score }) => ({
      start,
      end,
      exact: text.slice(start, end),
      score,
      matched: [],
    }));
  });
}
