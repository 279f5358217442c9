import type { PartHeading } from "./join-pdf.ts";
import type { PageBlock, PdfPage } from "./pdf-page.ts";

/** So much of a report that the typesetter sets it at once. */
export interface PdfPart {
  /** Its blocks as JSON, in order. */
  blocks: string[];
  headings: PartHeading[];
  /** Taken off every heading's level: a part has to begin with one of the first. */
  shift: number;
  /** The block before which the notes stand, or -1. */
  notesAt: number;
}

/** Characters of JSON: some 250 judgements, which need 20 pages and 50 MB for a moment. */
const MOST = 160_000;

/** What a character of the matrix takes as against one of the rest: few of a cell's are words. */
const MATRIX_WEIGHT = 3;

/**
 * A report is set in one piece, or in several when it is long; each then begins on a page of its own. No part has a
 * heading of a higher level than its first, since levels are told by taking the same number off all of them.
 */
export function partsOf(page: PdfPage, most: number = MOST): PdfPart[] {
  const parts: PdfPart[] = [];
  let part = emptyPart();
  let length = 0;
  let hasNotes = false;
  const add = (block: PageBlock, json: string): void => {
    const first = block.headings[0]?.level;
    const weight = "matrix" in block.value ? json.length * MATRIX_WEIGHT : json.length;
    const isFull = length > 0 && length + weight > most;
    if (isFull || (first !== undefined && part.headings.length > 0 && first <= part.shift)) {
      parts.push(part);
      part = emptyPart();
      length = 0;
    }
    if (part.headings.length === 0 && first !== undefined) part.shift = first - 1;
    if (block.notesBefore) part.notesAt = part.blocks.length;
    hasNotes ||= block.notesBefore;
    part.blocks.push(json);
    part.headings.push(...block.headings);
    length += weight;
  };
  for (const block of page.blocks) for (const json of slices(block, most)) add(block, json);
  // The closing pages begin with a heading of the first level.
  if (part.shift > 0) {
    parts.push(part);
    part = emptyPart();
  }
  part.headings.push({ level: 1, anchor: "" });
  if (!hasNotes) part.notesAt = part.blocks.length;
  return [...parts, part];
}

function emptyPart(): PdfPart {
  return { blocks: [], headings: [], shift: 0, notesAt: -1 };
}

/** A table of many rows is cut between them: its head stands on every page anyway. */
function slices(block: PageBlock, most: number): string[] {
  const json = JSON.stringify(block.value);
  const { matrix } = block.value as { matrix?: { rows: unknown[] } };
  if (matrix === undefined || json.length * MATRIX_WEIGHT <= most) return [json];
  const each = Math.max(1, Math.floor((matrix.rows.length * most) / (json.length * MATRIX_WEIGHT)));
  return Array.from({ length: Math.ceil(matrix.rows.length / each) }, (_, index) => {
    const rows = matrix.rows.slice(index * each, (index + 1) * each);
    return JSON.stringify({ ...block.value, matrix: { ...matrix, rows } });
  });
}
