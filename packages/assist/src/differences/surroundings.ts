import type { Clause } from "./clause.ts";
import type { CompareContext, WordRows } from "./difference.ts";
import type { ReadToken } from "./read-token.ts";

/** From this likeness on two words may name one thing. */
const ALIKE = 0.55;

/** The content words around a stretch of a clause, each once; the nearer the heavier. */
export interface Surroundings {
  stems: ReadonlySet<string>;
  /** Of each stem, in their order: the word as it stands there, its row of the vectors where there are any, its weight. */
  words: readonly string[];
  rows: Int32Array;
  weights: readonly number[];
  /** The sum of the weights. */
  total: number;
}

/** A value is compared with many others; what stands around it is read once. */
const known = new WeakMap<object, { context: CompareContext; near: Surroundings }>();

/** The words around a value, kept with it. */
export function around(clause: Clause, value: { start: number; end: number }, context: CompareContext): Surroundings {
  const kept = known.get(value);
  if (kept?.context === context) return kept.near;
  const near = wordsAround(clause, value, context);
  known.set(value, { context, near });
  return near;
}

/** Content words around a stretch of a clause by their stems, the nearer the heavier; its own words left out. */
export function wordsAround(clause: Clause, stretch: { start: number; end: number }, { weight: weightOf, rows: vectors }: CompareContext): Surroundings {
  const [start, end] = [stretch.start - clause.start, stretch.end - clause.start];
  const first = clause.tokens.findIndex((token) => token.end > start);
  const last = clause.tokens.findLastIndex((token) => token.start < end);
  const places = new Map<string, number>();
  const words: string[] = [];
  const weights: number[] = [];
  for (let index = 0; index < clause.tokens.length; index += 1) {
    const { content, stem, lower } = clause.tokens[index] as ReadToken;
    if (!content || (index >= first && index <= last)) continue;
    const distance = index < first ? first - index : index - last;
    const weight = (weightOf?.(stem) ?? 1) / (1 + distance / 4);
    const place = places.get(stem);
    if (weight <= (place === undefined ? 0 : (weights[place] ?? 0))) continue;
    if (place === undefined) places.set(stem, words.length);
    words[place ?? words.length] = lower;
    weights[place ?? weights.length] = weight;
  }
  const rows = vectors === undefined ? new Int32Array(0) : Int32Array.from(words, (word) => vectors.rowOf(word));
  return { stems: new Set(places.keys()), words, rows, weights, total: weights.reduce((sum, weight) => sum + weight, 0) };
}

/** Weighted share of the words around the poorer of two values that stand around the other too, or words like them. */
export function sameContext(a: Surroundings, b: Surroundings, { rows, similar }: CompareContext): number {
  const [poor, rich] = a.total <= b.total ? [a, b] : [b, a];
  if (poor.total === 0) return 0;
  let shared = 0;
  let place = 0;
  for (const stem of poor.stems) {
    const weight = poor.weights[place] as number;
    if (rich.stems.has(stem)) shared += weight;
    else {
      const best = rows === undefined ? nearestWord(poor.words[place] as string, rich, similar) : nearestRow(poor.rows[place] as number, rich, rows);
      if (best >= ALIKE) shared += weight * best * 0.7;
    }
    place += 1;
  }
  return Math.min(1, shared / poor.total);
}

/** How like a word the nearest of those around is. By rows, since this is the innermost of loops. */
function nearestRow(row: number, { rows: others }: Surroundings, rows: WordRows): number {
  let best = 0;
  for (const other of others) {
    const near = rows.likeness(row, other);
    if (near > best) best = near;
  }
  return best;
}

function nearestWord(word: string, { words }: Surroundings, similar: CompareContext["similar"]): number {
  return similar === undefined ? 0 : words.reduce((best, other) => Math.max(best, similar(word, other)), 0);
}
