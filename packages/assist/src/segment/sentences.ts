import { goesOn } from "./abbreviations.ts";

export interface Span {
  start: number;
  end: number;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language === "und" ? "en" : language, { granularity: "sentence" });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

const CLOSING = /[?!…]["”’'»)\]]*$/u;
const SAID_NEXT =
  /^["”’'»)\]]*\s*(?:\p{Lu}[\p{L}\p{M}.’'-]*\s+){0,4}(?:he|she|they|it|we|i)?\s*(?:said|says|asked|asks|told|added|adds|wrote|writes|wondered|replied|shouted|cried|joked|tweeted)\b/iu;

/** Sentences of the text between `from` and `to`, trimmed: Intl.Segmenter's, mended where it takes a stop for an end. */
export function sentencesOf(text: string, from: number, to: number, language: string): Span[] {
  const block = text.slice(from, to);
  const sentences: Span[] = [];
  let open: Span | null = null;
  for (const { index, segment } of segmenterOf(language).segment(block)) {
    const end = index + segment.length;
    if (open !== null && joins(block.slice(Math.max(open.start, open.end - 80), open.end), block.slice(index, index + 120))) open.end = end;
    else {
      if (open !== null) sentences.push(open);
      open = { start: index, end };
    }
  }
  if (open !== null) sentences.push(open);
  return sentences.flatMap(({ start, end }) => {
    const trimmed = trimSpan(block, start, end);
    return trimmed === null ? [] : [{ start: from + trimmed.start, end: from + trimmed.end }];
  });
}

function joins(before: string, after: string): boolean {
  if (goesOn(before, after)) return true;
  const head = before.trimEnd();
  // A piece without a letter or digit is no sentence: a stray bracket, quote mark or dash belongs to what it follows.
  if (!/[\p{L}\p{N}]/u.test(after.slice(0, 12)) && after.trim().length < 4) return true;
  if (!CLOSING.test(head.slice(-6))) {
    // The segmenter breaks at a line that was wrapped.
    return before.endsWith("\n") && !/[.!?。！？]["”’'»)\]]*$/u.test(head.slice(-6));
  }
  return /^["”’'»)\]]*\s*\p{Ll}/u.test(after) || (/["”’»]$/.test(head) && SAID_NEXT.test(after));
}

export function trimSpan(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? "")) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to -= 1;
  return from < to ? { start: from, end: to } : null;
}
