import type { BlockKind } from "@assay/domain";
import type { Line } from "../lines.ts";
import { markedKind } from "../marked-kind.ts";
import { speakerTurns } from "../transcript.ts";
import { median } from "./median.ts";
import type { SetLine } from "./set-lines.ts";

export interface SetBlock {
  kind: BlockKind;
  level?: number;
  lines: SetLine[];
}

const HEADING = 1.15;
const LONGEST_HEADING = 250;
const MOST_LEVELS = 3;
const CELL_GAP = " | ";

/** Lines to blocks, by how they are set: distance, size, indent, marks, and who speaks. */
export function buildBlocks(lines: readonly SetLine[]): SetBlock[] {
  const page = pageOf(lines);
  const blocks: SetBlock[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const open = blocks.at(-1);
    const own = page.kinds[index] ?? null;
    if (open === undefined || before === undefined || begins(page, open, before, line, own)) {
      blocks.push(newBlock(page, line, own));
    } else open.lines.push(line);
  }
  return blocks;
}

interface PageOfLines {
  /** Of most letters. */
  size: number;
  /** From one line to the next. */
  leading: number;
  /** Sizes of headings, the largest first. */
  headings: number[];
  /** Where the lines that begin at about the same place end, at most: by page and place. */
  rights: Map<string, number>;
  /** What a line's own words make of it. */
  kinds: (BlockKind | null)[];
}

function pageOf(lines: readonly SetLine[]): PageOfLines {
  const letters = new Map<number, number>();
  for (const { size, words } of lines) letters.set(round(size), (letters.get(round(size)) ?? 0) + words.length);
  const size = [...letters].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1;
  const gaps = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    const gap = before === undefined || before.page !== line.page ? 0 : line.y - before.y;
    return gap > size * 0.8 && gap < size * 3 && round(line.size) === size ? [gap] : [];
  });
  const rights = new Map<string, number>();
  for (const line of lines) {
    for (const key of placesOf(line, size)) rights.set(key, Math.max(rights.get(key) ?? 0, line.right));
  }
  const headings = [...letters.keys()].filter((one) => one > size * HEADING).toSorted((a, b) => b - a);
  return { size, leading: gaps.length === 0 ? size * 1.2 : median(gaps), headings, rights, kinds: kindsOf(lines, size) };
}

/** Lines that begin a little further in end at the same edge. */
function placesOf({ page, left }: SetLine, size: number): string[] {
  const at = Math.round(left / (size * 4));
  return [`${page} ${at - 1}`, `${page} ${at}`, `${page} ${at + 1}`];
}

function kindsOf(lines: readonly SetLine[], size: number): (BlockKind | null)[] {
  const text = lines.map(({ words }) => words).join("\n");
  const places: Line[] = [];
  let start = 0;
  for (const { words } of lines) {
    places.push({ start, end: start + words.length, opens: true });
    start += words.length + 1;
  }
  const turns = speakerTurns(text, places);
  return lines.map((line, at) => {
    const place = places[at];
    if (place === undefined) return null;
    if (isHeading(line, size)) return "heading";
    if (turns.has(place.start) || QUESTION.test(line.words)) return "speaker-turn";
    const marked = markedKind(text, place);
    if (marked === "list-item" || MARK.test(line.words)) return "list-item";
    return isRow(line, lines[at - 1]) || isRow(line, lines[at + 1]) || isHeadOfRows(line, lines[at + 1], lines[at + 2]) ? "line" : null;
  });
}

/** As transcripts of hearings write them. */
const QUESTION = /^[QA][.:]?\s+\p{Lu}/u;
const MARK = /^(?:[•◦▪–·]|\([a-z0-9]{1,3}\))\s/u;
const LABEL = /^\(?[\p{Lu}\d]{1,3}[.):]?$/u;

function isHeading({ size, words }: SetLine, usual: number): boolean {
  return round(size) > usual * HEADING && words.length <= LONGEST_HEADING && /\p{L}/u.test(words);
}

/** Cells that stand below, or above, those of another row. */
function isRow(line: SetLine, other: SetLine | undefined): boolean {
  const [first, second] = line.parts;
  if (first === undefined || second === undefined || other === undefined || other.page !== line.page) return false;
  if (LABEL.test(first.words) || Math.abs(other.y - line.y) > line.size * 3 || other.y === line.y) return false;
  return other.parts.slice(1).some(({ at }) => Math.abs(at - second.at) < line.size / 2);
}

/** The heads of columns stand in the middle, where their cells begin at one edge. */
function isHeadOfRows(line: SetLine, next: SetLine | undefined, second: SetLine | undefined): boolean {
  if (next === undefined || line.parts.length < 2 || line.parts.length !== next.parts.length) return false;
  return next.page === line.page && Math.abs(next.y - line.y) < line.size * 3 && isRow(next, second);
}

function newBlock({ headings }: PageOfLines, line: SetLine, own: BlockKind | null): SetBlock {
  if (own === "line") return { kind: own, lines: [{ ...line, words: line.parts.map(({ words }) => words).join(CELL_GAP) }] };
  if (own !== "heading") return { kind: own ?? "paragraph", lines: [line] };
  return { kind: own, level: Math.min(MOST_LEVELS, headings.indexOf(round(line.size)) + 1), lines: [line] };
}

function begins(page: PageOfLines, open: SetBlock, before: SetLine, line: SetLine, own: BlockKind | null): boolean {
  if (open.kind === "line" || own === "line") return true;
  if (open.kind === "heading" || own === "heading") {
    return own !== open.kind || round(before.size) !== round(line.size) || !isNext(page, before, line, 1.9);
  }
  if (own !== null) return true;
  if (Math.abs(line.size - before.size) > before.size * 0.12 && line.words.length > 3) return true;
  if (line.page !== before.page || line.y < before.y - before.size) return !goesOn(before, line);
  if (!isNext(page, before, line, 1.35)) return true;
  // Items and turns set their later lines further in.
  const isFirst = open.lines.length === 1;
  const indent = line.left - before.left;
  if (indent > page.size * 0.8 && !(isFirst && open.kind !== "paragraph")) return true;
  return endsEarly(page, before, line);
}

function isNext({ leading }: PageOfLines, before: SetLine, line: SetLine, most: number): boolean {
  return line.y - before.y < leading * most * Math.max(1, line.size / before.size) && line.page === before.page;
}

const SENTENCE_END = /[.!?…:;]["”’»)\]]*$/u;

/** Over the end of a page or a column: a sentence that has not ended and goes on in small letters. */
function goesOn(before: SetLine, line: SetLine): boolean {
  return !SENTENCE_END.test(before.words) && /^["“‘(]?[\p{Ll}\p{N}]/u.test(line.words);
}

/**
 * The next line's first word would have had room beside it: the break was meant, where a sentence ends, or where half of
 * the line stayed empty.
 */
function endsEarly(page: PageOfLines, before: SetLine, line: SetLine): boolean {
  const [word = ""] = line.words.split(" ", 1);
  const needed = ((word.length + 1) * (line.right - line.left)) / Math.max(1, line.words.length);
  const edge = Math.max(...placesOf(before, page.size).map((key) => page.rights.get(key) ?? 0));
  const isHalf = before.right < (before.left + edge) / 2;
  return before.right + needed + page.size < edge && (isHalf || SENTENCE_END.test(before.words));
}

function round(size: number): number {
  return Math.round(size * 2) / 2;
}
