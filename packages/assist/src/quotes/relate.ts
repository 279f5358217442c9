import type { QuoteRelation } from "../suggestion.ts";
import { commonWords, indexOfRun, type PrintedWord } from "./printed-words.ts";

/** Fewer words than this are a turn of phrase that anybody may use. */
const FEWEST = 3;

/** Two wordings of one utterance share at least this much of the longer one. */
const LEAST_OF_LONGER = 0.3;

export interface Match {
  relation: QuoteRelation;
  /** 0 to 1; identical is 1. */
  likeness: number;
}

/** `least` is the share of the content words that two wordings of one utterance must have in common. */
export function relateWords(a: readonly PrintedWord[], b: readonly PrintedWord[], least: number): Match | null {
  const [less, more] = a.length <= b.length ? [a, b] : [b, a];
  if (less.length < FEWEST) return null;
  const content = less.filter((word) => word.content).length;
  if (content === 0) return null;
  if (indexOfRun(more, less) !== -1) {
    if (a.length === b.length) return { relation: "identical", likeness: 1 };
    return content >= 2 || less.length >= 4 ? { relation: "truncated", likeness: 0.95 } : null;
  }
  // As much of the longer one as they can have in common at all; most pairs end here.
  if (less.length < LEAST_OF_LONGER * more.length) return null;
  const common = commonWords(a, b);
  const part = common.all / less.length;
  if (common.all < 3 || common.content < 2 || part < 0.5 || common.all / more.length < LEAST_OF_LONGER) return null;
  if (common.content / content < least) return null;
  return { relation: "altered", likeness: 0.9 * part };
}
