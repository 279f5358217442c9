import { compareMarks, type HighlightMark } from "./highlight-mark.ts";
import { assignDepths } from "./overlap-depth.ts";
import type { TextRange } from "./text-range.ts";

/** The depth of a mark whose group nobody has asked about since it came. */
export const UNKNOWN = -1;

/** A mark in its place among the blocks. */
export interface PlacedMark {
  mark: HighlightMark;
  /** From the mark's first letter to its last: white space between blocks, at its ends, is not of it. */
  letters: TextRange;
  firstBlock: number;
  lastBlock: number;
  depth: number;
}

/**
 * All marks that reach an entry's letters through a chain of overlaps, in reading order. Together they cover one
 * stretch, which is widened, forwards and backwards, until nothing more reaches into it.
 */
function overlapGroup(
  { letters, firstBlock, lastBlock }: PlacedMark,
  entriesIn: (block: number) => readonly PlacedMark[],
): PlacedMark[] {
  const found = new Set<PlacedMark>();
  const reach = { ...letters, first: firstBlock, last: lastBlock };
  let before = -1;
  const take = (entry: PlacedMark): void => {
    if (entry.letters.start >= reach.end || entry.letters.end <= reach.start || found.has(entry)) return;
    found.add(entry);
    reach.start = Math.min(reach.start, entry.letters.start);
    reach.end = Math.max(reach.end, entry.letters.end);
    reach.first = Math.min(reach.first, entry.firstBlock);
    reach.last = Math.max(reach.last, entry.lastBlock);
  };
  while (found.size > before) {
    before = found.size;
    for (let block = reach.first; block <= reach.last; block++) entriesIn(block).forEach(take);
    for (let block = reach.last; block >= reach.first; block--) {
      const entries = entriesIn(block);
      for (let i = entries.length - 1; i >= 0; i--) take(entries[i]!);
    }
  }
  return [...found].sort((a, b) => compareMarks(a.mark, b.mark));
}

/** Gives each of an entry's group the underline it takes, and tells which of them took another one. */
export function colourGroup(
  one: PlacedMark,
  entriesIn: (block: number) => readonly PlacedMark[],
): { group: readonly PlacedMark[]; moved: readonly PlacedMark[] } {
  const group = overlapGroup(one, entriesIn);
  const depths = assignDepths(group.map(({ letters }) => letters));
  const moved = group.filter((entry, at) => entry.depth !== depths[at]);
  for (const [at, entry] of group.entries()) entry.depth = depths[at]!;
  return { group, moved };
}
