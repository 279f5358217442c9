import { isGraphemeBoundary } from "@assay/domain";
import { foldPatternAccents, foldText, type FoldedText, type FoldOptions } from "./fold-text.ts";
import { readPattern } from "./read-pattern.ts";
import type { TextRange } from "./text-range.ts";

export interface FindOptions {
  /** The query is a regular expression; ^ and $ are the ends of a paragraph, and no match goes beyond one. */
  regex: boolean;
  wholeWord: boolean;
  matchCase: boolean;
  /** Tell é from e, ’ from '. */
  matchAccents: boolean;
}

export const PLAIN_FIND: FindOptions = { regex: false, wholeWord: false, matchCase: false, matchAccents: false };

export type Found = { ok: true; ranges: TextRange[]; isCut: boolean } | { ok: false; reason: string };

/** More than anybody steps through; `.` in a long transcript would find every letter. */
export const MAX_HITS = 20_000;

const WORD = /[\p{L}\p{N}\p{M}_]/u;

/** Folding costs more than finding, and people type a query letter by letter over the same texts. */
const FOLDED_TEXTS = 8;
const folded = new Map<string, { source: string; parts: FoldedText[] }>();

/**
 * Every place where `query` stands in `text`, in order; places do not overlap. As typed it is found whatever the case,
 * the accents or the line breaks, unless the options tell those apart. A match never begins or ends inside a grapheme
 * cluster (X3). A query of white space finds nothing.
 */
export function findInText(
  text: string,
  query: string,
  options: FindOptions = PLAIN_FIND,
  blocks: readonly TextRange[] = [{ start: 0, end: text.length }],
): Found {
  if (query.trim() === "") return { ok: true, ranges: [], isCut: false };
  return options.regex ? findPattern(text, query, options, blocks) : findWords(text, query, options);
}

function findWords(text: string, query: string, options: FindOptions): Found {
  const keep = { keepCase: options.matchCase, keepAccents: options.matchAccents };
  const wanted = foldText(query.trim(), keep).text;
  const ranges: TextRange[] = [];
  if (wanted === "") return { ok: true, ranges, isCut: false };
  const [whole] = foldedParts(text, keep, [{ start: 0, end: text.length }]);
  for (let at = whole!.text.indexOf(wanted); at !== -1; ) {
    const range = sourceRange(text, whole!, at, at + wanted.length, 0, text.length);
    if (range === null || (options.wholeWord && !isWhole(text, range))) {
      at = whole!.text.indexOf(wanted, at + 1);
      continue;
    }
    if (ranges.length === MAX_HITS) return { ok: true, ranges, isCut: true };
    ranges.push(range);
    at = whole!.text.indexOf(wanted, at + wanted.length);
  }
  return { ok: true, ranges, isCut: false };
}

function findPattern(text: string, query: string, options: FindOptions, blocks: readonly TextRange[]): Found {
  const read = readPattern(options.matchAccents ? query : foldPatternAccents(query), options);
  if (!read.ok) return read;
  const { regex } = read;
  const parts = foldedParts(text, options.matchAccents ? { asWritten: true } : { keepCase: true }, blocks);
  const ranges: TextRange[] = [];
  for (const [index, part] of parts.entries()) {
    const { start: base, end: limit } = blocks[index]!;
    regex.lastIndex = 0;
    for (let match = regex.exec(part.text); match !== null; match = regex.exec(part.text)) {
      const [words] = match;
      if (words === "") {
        regex.lastIndex += (part.text.codePointAt(regex.lastIndex) ?? 0) > 0xffff ? 2 : 1;
        continue;
      }
      const range = sourceRange(text, part, match.index, match.index + words.length, base, limit);
      if (range === null) continue;
      if (ranges.length === MAX_HITS) return { ok: true, ranges, isCut: true };
      ranges.push(range);
    }
  }
  return { ok: true, ranges, isCut: false };
}

function foldedParts(
  source: string,
  keep: FoldOptions,
  blocks: readonly TextRange[],
): FoldedText[] {
  const key = `${source.length} ${source.slice(0, 64)} ${JSON.stringify(keep)} ${blocks.length}`;
  const known = folded.get(key);
  if (known?.source === source) return known.parts;
  const parts = blocks.map(({ start, end }) => foldText(source.slice(start, end), keep));
  folded.delete(key);
  folded.set(key, { source, parts });
  for (const oldest of folded.keys()) {
    if (folded.size <= FOLDED_TEXTS) break;
    folded.delete(oldest);
  }
  return parts;
}

/** Null when the match takes only part of what one source character folded to, as one letter of `ß`. */
function sourceRange(
  text: string,
  { from, to }: FoldedText,
  first: number,
  afterLast: number,
  base: number,
  end: number,
): TextRange | null {
  if (first > 0 && from[first - 1] === from[first]) return null;
  const last = afterLast - 1;
  if (afterLast < from.length && from[afterLast] === from[last]) return null;
  const start = base + from[first]!;
  // Dropped accents behind the last letter belong to the match: the next letter kept tells where they end.
  const limit = afterLast < from.length ? base + from[afterLast]! : end;
  let until = base + to[last]!;
  while (until < limit && !isGraphemeBoundary(text, until)) until++;
  return isGraphemeBoundary(text, start) && isGraphemeBoundary(text, until) ? { start, end: until } : null;
}

/** No letter, figure or underscore goes on from either end. Where words are written together it finds few. */
function isWhole(text: string, { start, end }: TextRange): boolean {
  const before = characterBefore(text, start);
  const first = String.fromCodePoint(text.codePointAt(start) ?? 0x20);
  const after = String.fromCodePoint(text.codePointAt(end) ?? 0x20);
  const last = characterBefore(text, end);
  return !(WORD.test(before) && WORD.test(first)) && !(WORD.test(last) && WORD.test(after));
}

function characterBefore(text: string, at: number): string {
  if (at === 0) return " ";
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? text.slice(at - 2, at) : text.charAt(at - 1);
}
