import { isBlank, normaliseText, refuse } from "@assay/domain";
import type { Refusal } from "@assay/domain";
import { signatureOf } from "./binary.ts";
import { decode } from "./decode.ts";
import { findFormat } from "./formats.ts";
import type { Encoding, Format, IngestInput, IngestOutcome } from "./ingested.ts";
import { MAX_BLOCKS, MAX_LINES, MAX_SOURCE_BYTES } from "./ingested.ts";
import { count, hiddenCharacterNotes, markupNotes, surrogateNote } from "./notes.ts";
import { readPlainText } from "./plain-text.ts";

/**
 * A file as received, to text, structure and what it says about itself. Every refusal is a value whose reason says
 * what to do; `rule` is "encoding" exactly when reading the same bytes as windows-1252 can be offered or the encoding
 * must be mended.
 */
export function ingest(input: IngestInput): IngestOutcome {
  if (input.bytes.length >= MAX_SOURCE_BYTES) return refuseSize(input.bytes.length);
  if (input.bytes.length === 0) return refuse("empty", "This file is empty. Choose another one, or paste the text.");
  const format = findFormat(input.name, input.mediaType);
  if (format === null) return refuseFormat(input);
  const decoded = decode(input);
  if (!decoded.ok) return decoded;
  return structure(decoded.raw, decoded.encoding, format, input.name);
}

/** Pasted text: always plain, already characters, so that only size, emptiness and NUL can stand against it. */
export function ingestText(text: string): IngestOutcome {
  const size = new TextEncoder().encode(text).length;
  if (size >= MAX_SOURCE_BYTES) return refuseSize(size);
  return structure(text, "utf-8", readPlainText, "");
}

function structure(raw: string, encoding: Encoding, format: Format, name: string): IngestOutcome {
  const normal = normaliseText(raw);
  if (!normal.ok) return normal;
  if (isBlank(normal.text)) return refuseBlank();
  const lines = countLines(normal.text);
  if (lines >= MAX_LINES) return refuseCount(`${count(lines)} lines`, MAX_LINES);
  const read = format(normal.text, name);
  // Markdown can be all marks: a rule, link definitions, front matter.
  if (read.blocks.length === 0 || isBlank(read.text)) return refuseBlank();
  if (read.blocks.length >= MAX_BLOCKS) return refuseCount(`${count(read.blocks.length)} paragraphs`, MAX_BLOCKS);
  const notes = [
    ...(normal.replacedSurrogates > 0 ? [surrogateNote(normal.replacedSurrogates)] : []),
    ...read.notes,
    ...markupNotes(read.text),
    ...hiddenCharacterNotes(read.text),
  ];
  return { ok: true, text: read.text, blocks: read.blocks, meta: read.meta, notes, encoding };
}

function refuseSize(bytes: number): Refusal {
  // Rounded down to a tenth, so that a file of exactly the limit does not read as less.
  const megabytes = (Math.floor((bytes / (1024 * 1024)) * 10) / 10).toFixed(1);
  return refuse(
    "size",
    `This is ${megabytes} MB; 25 MB or more is refused. Cut it down to the part that is being checked.`,
  );
}

function refuseCount(has: string, limit: number): Refusal {
  return refuse("size", `This text has ${has}; ${count(limit)} or more are refused. Split it.`);
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

function refuseBlank(): Refusal {
  return refuse("empty", "There is nothing to read here but white space. Choose another file, or paste the text.");
}

function refuseFormat(input: IngestInput): Refusal {
  const what = signatureOf(input.bytes);
  return refuse(
    "format",
    `${what === null ? "This kind of file cannot be read." : `This is ${what}.`} ` +
      "Add plain text (.txt, .text) or Markdown (.md, .markdown). " +
      "DOCX, PDF and HTML are not read yet; paste the text instead.",
  );
}
