import type { Anchor } from "./anchor.ts";
import { CONTEXT_LENGTH } from "./anchor.ts";
import { compareWords } from "./compare-words.ts";
import type { WordChange } from "./compare-words.ts";
import { contextAfter, contextBefore } from "./context.ts";
import { CONTEXT_ROOM, likenessAfter, likenessBefore } from "./likeness.ts";
import type { Span } from "./map-range.ts";

/** What is looked for: words, and what stood around them (nothing is known where it is empty). */
export type Quote = Pick<Anchor, "exact" | "prefix" | "suffix">;

/** A place of the new text, judged. All shares are between 0 and 1. */
export interface Place extends Span {
  score: number;
  /** The score without the position, which may order two places but never choose between them. */
  merit: number;
  words: number;
  before: number;
  after: number;
  changes: WordChange[];
}

const WORDS_WEIGHT = 60;
const POSITION_WEIGHT = 2;

/** Each side's surroundings weigh 16 beside words of 32 units: the shorter the words, the more the surroundings say. */
function contextWeight(length: number): number {
  return 16 * Math.min(2.5, Math.max(0.25, CONTEXT_LENGTH / Math.max(1, length)));
}

/** `nearness`: 1 where the passage is expected, 0 at the far end of the text. */
export function scorePlace(text: string, quote: Quote, span: Span, nearness: number): Place {
  const { likeness: words, changes } = compareWords(quote.exact, text.slice(span.start, span.end));
  const before = likenessBefore(quote.prefix, contextBefore(text, span.start, quote.prefix.length * CONTEXT_ROOM));
  const after = likenessAfter(quote.suffix, contextAfter(text, span.end, quote.suffix.length * CONTEXT_ROOM));
  const weight = contextWeight(quote.exact.length);
  const prefixWeight = quote.prefix === "" ? 0 : weight;
  const suffixWeight = quote.suffix === "" ? 0 : weight;
  const sum = WORDS_WEIGHT * words + prefixWeight * before + suffixWeight * after;
  const full = WORDS_WEIGHT + prefixWeight + suffixWeight;
  const score = (sum + POSITION_WEIGHT * nearness) / (full + POSITION_WEIGHT);
  return { ...span, score, merit: sum / full, words, before, after, changes };
}

/** How near two places of a text are, of 1. */
export function nearness(text: string, at: number, expected: number): number {
  return Math.max(0, 1 - Math.abs(at - expected) / Math.max(1, text.length));
}
