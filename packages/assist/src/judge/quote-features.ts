import { commonWords, printedWords } from "../quotes/printed-words.ts";
import type { PrintedWord } from "../quotes/printed-words.ts";
import type { Clause } from "../differences/clause.ts";

/** A claim that prints words: whether it does, how much of them the passages print, what they print besides, and exactly. */
export function quoteFeatures(claim: Clause, passages: readonly Clause[]): number[] {
  const quoted = quotedIn(claim.text).toSorted((a, b) => b.length - a.length)[0];
  if (quoted === undefined || quoted.length < 3) return [0, 0, 0, 0];
  let best = { cover: 0, extra: 0, exact: 0 };
  for (const { text } of passages) {
    const parts = quotedIn(text);
    for (const part of [...parts, ...(parts.length > 1 ? [parts.flat()] : []), ...(parts.length === 0 ? [printedWords(text, 0, text.length)] : [])]) {
      const common = commonWords(quoted, part).all;
      const cover = common / quoted.length;
      const extra = (part.length - common) / Math.max(1, part.length);
      const shorter = common / Math.max(1, Math.min(part.length, quoted.length));
      if (common >= 3 && cover * shorter > best.cover * best.exact) best = { cover, extra, exact: shorter };
    }
  }
  return [1, best.cover, best.extra, best.exact];
}

function quotedIn(text: string): PrintedWord[][] {
  return [...text.matchAll(/[“"„«]([^”"“»]{3,600})[”"»]/gu)].map((match) => printedWords(match[1] ?? "", 0, (match[1] ?? "").length));
}
