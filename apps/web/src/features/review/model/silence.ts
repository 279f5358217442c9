import type { Block } from "@assay/domain";
import { searchText } from "@assay/editor";
import { paragraphOf } from "./evidence-context.ts";

export interface SilenceHit {
  start: number;
  end: number;
  before: string;
  words: string;
  after: string;
  paragraph: number;
}

const AROUND = 60;

/** Where a term stands in the text after all: what a reviewer checks a silence by. */
export function findHits(text: string, blocks: readonly Block[], query: string, limit = 30): SilenceHit[] {
  return searchText(text, query)
    .slice(0, limit)
    .map(({ start, end }) => ({
      start,
      end,
      before: opening(text.slice(Math.max(0, start - AROUND), start), start > AROUND),
      words: text.slice(start, end),
      after: closing(text.slice(end, end + AROUND), end + AROUND < text.length),
      paragraph: paragraphOf(blocks, start),
    }));
}

export function countHits(text: string, term: string): number {
  return searchText(text, term).length;
}

/** Excerpts begin and end at whole words of one line. */
function opening(words: string, cut: boolean): string {
  const line = words.slice(words.lastIndexOf("\n") + 1);
  if (!cut || line.length < words.length) return line;
  return `… ${line.slice(line.indexOf(" ") + 1)}`;
}

function closing(words: string, cut: boolean): string {
  const end = words.indexOf("\n");
  if (end >= 0) return words.slice(0, end);
  if (!cut) return words;
  const space = words.lastIndexOf(" ");
  return `${space > 0 ? words.slice(0, space) : words} …`;
}
