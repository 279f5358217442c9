import { count } from "../notes.ts";
import type { Kept } from "./leave-out-edges.ts";
import type { SetLine } from "./set-lines.ts";

const FEWEST_PAGES = 3;
const FEWEST_LINES = 8;

/** Transcripts of hearings number the lines of every page at its left edge, from 1. */
export function leaveOutLineNumbers(lines: readonly SetLine[]): Kept {
  const byPage = new Map<number, SetLine[]>();
  for (const line of lines) byPage.set(line.page, [...(byPage.get(line.page) ?? []), line]);
  const numbered = [...byPage.values()].map(numberedLines).filter((found) => found.size > 0);
  if (numbered.length < FEWEST_PAGES || numbered.length * 2 < byPage.size) return { lines: [...lines], notes: [] };
  const all = new Set(numbered.flatMap((found) => [...found]));
  return {
    lines: lines.flatMap((line) => (all.has(line) ? withoutNumber(line) : [line])),
    notes: [`Left out: the numbers of the lines at the edge of ${count(numbered.length)} pages.`],
  };
}

const NUMBER = /^(\d{1,2})(?:\s+|$)/u;

/**
 * Those of a page whose first words are the number of the line: one column of them from the top of the page on, each the
 * next one, before nearly every line. A number that the text itself begins with stands further in.
 */
function numberedLines(page: readonly SetLine[]): Set<SetLine> {
  const found = new Set<SetLine>();
  let column = 0;
  for (const line of page.toSorted((a, b) => a.y - b.y || a.left - b.left)) {
    if (Number(NUMBER.exec(line.words)?.[1] ?? 0) !== found.size + 1) continue;
    if (found.size === 0) column = line.left;
    if (Math.abs(line.left - column) < line.size * 1.3) found.add(line);
  }
  const heights = new Set(page.map(({ y }) => Math.round(y / 3))).size;
  return found.size >= FEWEST_LINES && found.size >= heights * 0.6 ? found : new Set();
}

function withoutNumber(line: SetLine): SetLine[] {
  const number = NUMBER.exec(line.words);
  if (number === null) return [line];
  const words = line.words.slice(number[0].length);
  if (words === "") return [];
  const [first, ...others] = line.parts;
  // Its own part where a gap is beside it, else the beginning of one.
  const parts = first?.words === number[1] ? others : [{ at: line.left + line.size, words: first?.words.slice(number[0].length) ?? "" }, ...others];
  return [{ ...line, words, parts, left: parts[0]?.at ?? line.left }];
}
