import type { Anchor, MappedAnchor } from "@assay/domain";
import { makeAnchor } from "@assay/domain";
import type { Random } from "./random.ts";
import type { Sentence, Written } from "./story.ts";

/** A quote of some or all words of a sentence, as it was first written down. */
export function quoteOf(random: Random, text: string, sentence: Sentence): Anchor {
  const whole = random.chance(0.15);
  const length = whole ? sentence.length : Math.min(sentence.length, 2 + random.below(18));
  const at = random.below(sentence.length - length + 1);
  const [first, last] = [sentence[at], sentence[at + length - 1]];
  if (!first || !last) throw new RangeError("a sentence without words");
  const withStop = whole || random.chance(0.1);
  const end = last.home + last.text.length + (withStop ? last.gap.trimEnd().length : 0);
  return makeAnchor(text, first.home, end);
}

export interface Truth {
  start: number;
  end: number;
  exact: string;
}

/** Where each unit of the old text went: the first and the last place of it, or of what replaced it. */
export interface Traces {
  written: Written;
  first: Int32Array;
  last: Int32Array;
}

export function trace(oldLength: number, written: Written): Traces {
  const first = new Int32Array(oldLength).fill(-1);
  const last = new Int32Array(oldLength).fill(-1);
  written.homes.forEach((home, at) => {
    if (home < 0) return;
    if ((first[home] ?? -1) < 0) first[home] = at;
    last[home] = at;
  });
  return { written, first, last };
}

/** The stretch of the new text that is left of a passage, without space at its edges; null when it is gone. */
export function truthOf({ written, first, last }: Traces, anchor: Anchor): Truth | null {
  let start = Number.POSITIVE_INFINITY;
  let end = -1;
  for (let at = anchor.start; at < anchor.end; at += 1) {
    const [from, to] = [first[at] ?? -1, last[at] ?? -1];
    if (from < 0) continue;
    start = Math.min(start, from);
    end = Math.max(end, to + 1);
  }
  while (start < end && /\s/.test(written.text.charAt(start))) start += 1;
  while (end > start && /\s/.test(written.text.charAt(end - 1))) end -= 1;
  return start < end ? { start, end, exact: written.text.slice(start, end) } : null;
}

/**
 * right: the very stretch, in the right state; or waiting for a person where the passage is gone.
 * waiting: a person has to find what is there. loose: the right place with an edge off, said to be fuzzy.
 * wrong: anything else, that is words shown as evidence that are not.
 */
export type Judgement = "right" | "waiting" | "loose" | "wrong";

export function judge(truth: Truth | null, anchor: Anchor, { anchor: found }: MappedAnchor): Judgement {
  const isWaiting = found.state === "orphaned" || found.state === "ambiguous";
  if (!truth) return isWaiting ? "right" : "wrong";
  if (isWaiting) return "waiting";
  // A word doubled at the edge widens the truth; the very words inside it are what was asked for.
  const isInside = found.start >= truth.start && found.end <= truth.end;
  if (isInside && found.exact === anchor.exact && found.state !== "fuzzy") return "right";
  const isSame = truth.exact === anchor.exact;
  const saysSame = found.state !== "fuzzy";
  if (found.start === truth.start && found.end === truth.end) return isSame === saysSame ? "right" : "wrong";
  const shared = Math.min(found.end, truth.end) - Math.max(found.start, truth.start);
  const joined = Math.max(found.end, truth.end) - Math.min(found.start, truth.start);
  return !saysSame && shared / joined >= 0.5 ? "loose" : "wrong";
}
