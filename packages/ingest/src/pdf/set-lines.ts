import type { Piece } from "./load-pages.ts";
import { inReadingOrder, runsLeft } from "./right-to-left.ts";
import { unshape } from "./unshape.ts";

/** Words that stand on one line of a page. */
export interface SetLine {
  words: string;
  /** Counted from 0. */
  page: number;
  left: number;
  right: number;
  y: number;
  size: number;
  /** Where each part begins that a wide gap parts from what is before it; its first one is the line's left edge. */
  parts: { at: number; words: string }[];
}

/** Of the size of the letters: nobody sets words of a sentence so far apart. */
const WIDE_GAP = 2.2;
/** The same for letters of one word. */
const WORD_GAP = 0.18;

/** The lines of a page in the order in which its file sets them. Every letter of every piece is in one of them. */
export function setLines(pieces: readonly Piece[], page: number): SetLine[] {
  const lines: Piece[][] = [];
  let open: Piece[] = [];
  let right = 0;
  for (const piece of pieces) {
    const last = open.at(-1);
    if (last === undefined || !isBeside(last, right, piece)) {
      open = [];
      lines.push(open);
      right = piece.x;
    }
    open.push(piece);
    // A space is said to be wider than it is where words are spread to fill a line.
    if (piece.words.trim() !== "") right = Math.max(right, piece.x + piece.width);
    if (piece.endsLine) open = [];
  }
  return lines.map((line) => asLine(line, page)).filter(({ words }) => words !== "");
}

/** On the same line, further on. A raised number is no line of its own. */
function isBeside(last: Piece, right: number, piece: Piece): boolean {
  if (piece.words.trim() === "") return true;
  if (piece.level !== last.level) return false;
  if (!piece.level) return true;
  const size = Math.max(last.size, piece.size);
  return Math.abs(last.y - piece.y) < size * 0.5 && piece.x > right - size;
}

function asLine(pieces: readonly Piece[], page: number): SetLine {
  const shown = pieces.filter(({ words }) => words.trim() !== "");
  const isLeftwards = runsLeft(shown);
  const parts: { at: number; words: string }[] = [];
  let words = "";
  let edge: number | null = null;
  for (const piece of isLeftwards ? inReadingOrder(pieces) : pieces) {
    if (piece.words.trim() === "") {
      words = spaced(words);
      continue;
    }
    const gap = edge === null ? 0 : Math.max(piece.x - edge, isLeftwards ? 0 : -Infinity);
    const isApart = gap > WORD_GAP * piece.size && piece.level;
    const part = parts.at(-1);
    if (part === undefined || (isApart && gap > WIDE_GAP * piece.size)) parts.push({ at: piece.x, words: piece.words });
    else part.words = (isApart || /\s$/u.test(words) ? spaced(part.words) : part.words) + piece.words;
    words = (isApart ? spaced(words) : words) + piece.words;
    edge = piece.x + piece.width;
  }
  return {
    words: tidy(words),
    page,
    left: Math.min(...shown.map(({ x }) => x)),
    right: Math.max(...shown.map(({ x, width }) => x + width)),
    y: shown[0]?.y ?? 0,
    size: sizeOf(shown),
    parts: parts.map((part) => ({ at: part.at, words: tidy(part.words) })),
  };
}

/** Of most of its letters. */
function sizeOf(pieces: readonly Piece[]): number {
  const letters = new Map<number, number>();
  for (const { size, words } of pieces) letters.set(size, (letters.get(size) ?? 0) + words.length);
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function spaced(words: string): string {
  return words === "" || /\s$/u.test(words) ? words : `${words} `;
}

function tidy(words: string): string {
  return unshape(words).replace(/[ \t\n\r]+/gu, " ").trim();
}
