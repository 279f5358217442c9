import { refuse } from "@assay/domain";
import type { Outcome } from "@assay/domain";
import { asLanguage, clipped } from "../html/meta-values.ts";
import type { IngestedMeta, Structure } from "../ingested.ts";
import { Page } from "../page.ts";
import { titleFromName, titleFromText } from "../title.ts";
import { buildBlocks } from "./build-blocks.ts";
import { joinLines, wholeWords } from "./join-lines.ts";
import type { Joined } from "./join-lines.ts";
import { leaveOutEdges } from "./leave-out-edges.ts";
import { leaveOutLineNumbers } from "./leave-out-line-numbers.ts";
import { loadPages } from "./load-pages.ts";
import type { NoPages, PdfPages } from "./load-pages.ts";
import { pdfNotes, unknownShare } from "./pdf-notes.ts";
import { setLines } from "./set-lines.ts";

const NO_PAGES: Record<NoPages, readonly [rule: string, reason: string]> = {
  locked: ["format", "This PDF is locked with a password. Save it without one and add it again, or paste the text."],
  damaged: ["format", "This PDF is damaged: it cannot be taken apart. Open it in a PDF reader, save or print it again as PDF, and add that."],
  "too many pages": ["size", "This PDF has more than 5,000 pages. Cut it down to the part that is being checked."],
};

/** A PDF (ISO 32000): letters at places on pages, put together to lines, paragraphs and turns by how they are set. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Outcome<Structure>> {
  const read = await loadPages(bytes);
  if (typeof read === "string") return refuse(...NO_PAGES[read]);
  const all = read.pages.flatMap((pieces, page) => setLines(pieces, page));
  if (all.length === 0) {
    return refuse(
      "empty",
      "There is no text in this PDF: its pages are pictures, as a scanner makes them. Run text recognition (OCR) on it and add the result, or paste the text.",
    );
  }
  const unknown = unknownShare(all.map(({ words }) => words).join(""));
  if (unknown > 0.5) {
    return refuse("format", "The fonts of this PDF do not say which letters they draw. Run text recognition (OCR) on it and add the result, or paste the text.");
  }
  const body = leaveOutEdges(all, read.pages.length);
  const { lines, notes } = leaveOutLineNumbers(body.lines);
  const joined: Joined = [];
  const wholes = wholeWords(lines.map(({ words }) => words));
  const page = new Page();
  for (const block of buildBlocks(lines)) {
    page.add(block.kind, joinLines(block.lines.map(({ words }) => words), wholes, joined), block.level);
  }
  const heading = page.blocks.find(({ kind }) => kind === "heading");
  const headline = heading === undefined ? "" : page.text.slice(heading.start, heading.end);
  return {
    ok: true,
    text: page.text,
    blocks: page.blocks,
    meta: metaOf(read, titleFromText(headline) || titleFromName(name) || titleFromText(page.text)),
    notes: [...body.notes, ...notes, ...pdfNotes({ joined, unknown, read, lines: all })],
  };
}

/** Programs put the name of the file there they printed, or nothing. */
const NO_TITLE = /^(?:microsoft (?:word|powerpoint|excel) - |untitled|unnamed|unbenannt|document\d*$)|\.(?:docx?|pdf|html?|odt|rtf|txt|indd|qxd|pages)$/iu;

function metaOf({ title, author, language }: PdfPages, fallback: string): IngestedMeta {
  const own = clipped(title);
  const by = clipped(author);
  const tag = asLanguage(language);
  return {
    title: own === null || NO_TITLE.test(own) ? fallback : own,
    ...(by === null ? {} : { author: by }),
    ...(tag === null ? {} : { language: tag }),
  };
}
