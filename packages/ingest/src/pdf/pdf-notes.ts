import { count } from "../notes.ts";
import type { Joined } from "./join-lines.ts";
import type { PdfPages } from "./load-pages.ts";
import type { SetLine } from "./set-lines.ts";

interface AboutPdf {
  joined: Joined;
  unknown: number;
  read: PdfPages;
  lines: readonly SetLine[];
}

/** What a person should know of how a PDF was read. */
export function pdfNotes({ joined, unknown, read, lines }: AboutPdf): string[] {
  return [
    ...joinedNotes(joined),
    ...emptyNotes(read.pages.length, lines),
    ...(unknown > 0.02 ? [`The fonts of this PDF do not say what ${(unknown * 100).toFixed(0)} % of its letters are. Compare the text with the pages.`] : []),
    ...commentNotes(read.comments),
  ];
}

/** How much of a text is letters that a font draws and does not name. */
export function unknownShare(words: string): number {
  return (words.match(/[\uFFFD\p{Co}\p{Cn}\p{Cc}]/gu)?.length ?? 0) / Math.max(1, words.length);
}

const EXAMPLES = 3;

function joinedNotes(joined: Joined): string[] {
  if (joined.length === 0) return [];
  const examples = [...new Set(joined)].slice(0, EXAMPLES).map((word) => `“${word}”`).join(", ");
  const what = joined.length === 1 ? "1 word was divided at the end of a line and is whole here" : `${count(joined.length)} words were divided at the end of a line and are whole here`;
  return [`${what}: ${examples}${joined.length > EXAMPLES ? " and others" : ""}.`];
}

function emptyNotes(pageCount: number, lines: readonly SetLine[]): string[] {
  const said = new Set(lines.map(({ page }) => page));
  const empty = Array.from({ length: pageCount }, (_, page) => page).filter((page) => !said.has(page));
  if (empty.length === 0) return [];
  const what = empty.length === 1 ? `Page ${runsOf(empty)} holds` : `Pages ${runsOf(empty)} hold`;
  return [`${what} no text. What is in pictures there is not here.`];
}

/** "2, 5–7" */
function runsOf(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === page - 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([from, to]) => (from === to ? `${from + 1}` : `${from + 1}–${to + 1}`)).join(", ");
}

function commentNotes(comments: number): string[] {
  if (comments === 0) return [];
  return [comments === 1 ? "This PDF holds 1 comment. It is no part of the text." : `This PDF holds ${count(comments)} comments. They are no part of the text.`];
}
