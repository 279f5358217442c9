import { isBlank, normaliseText, refuse } from "@assay/domain";
import type { Outcome, Refusal } from "@assay/domain";
import { signatureOf } from "./binary.ts";
import { decode } from "./decode.ts";
import { findFormat, PLAIN_TEXT } from "./formats.ts";
import type { PackedFormat, TextFormat } from "./formats.ts";
import type { IngestInput, IngestOutcome, Structure } from "./ingested.ts";
import { MAX_BLOCKS, MAX_LINES, MAX_SOURCE_BYTES } from "./ingested.ts";
import { count, hiddenCharacterNotes, markupNotes, surrogateNote } from "./notes.ts";

/**
 * A file as received, to text, structure and what it says about itself. Every refusal is a value whose reason says
 * what to do; `rule` is "encoding" exactly when reading the same bytes as windows-1252 can be offered or the encoding
 * must be mended.
 */
export async function ingest(input: IngestInput): Promise<IngestOutcome> {
  if (input.bytes.length >= MAX_SOURCE_BYTES) return refuseSize(input.bytes.length);
  if (input.bytes.length === 0) return refuse("empty", "This file is empty. Choose another one, or paste the text.");
  const format = findFormat(input.name, input.mediaType);
  if (format === null) return refuseFormat(input);
  return format.holds === "text" ? ingestTextFile(input, format) : ingestPacked(input, format);
}

/** Pasted text: always plain, already characters, so that only size, emptiness and NUL can stand against it. */
export function ingestText(text: string): IngestOutcome {
  const size = new TextEncoder().encode(text).length;
  if (size >= MAX_SOURCE_BYTES) return refuseSize(size);
  return readText(text, PLAIN_TEXT, { name: "" }, "utf-8");
}

function ingestTextFile(input: IngestInput, format: TextFormat): IngestOutcome {
  const decoded = decode(input, format.declares?.(input.bytes) ?? null);
  if (!decoded.ok) return decoded;
  return readText(decoded.raw, format, input, decoded.encoding);
}

function readText(raw: string, format: TextFormat, file: Pick<IngestInput, "name" | "whole">, encoding: string): IngestOutcome {
  const normal = normaliseText(raw);
  if (!normal.ok) return normal;
  if (isBlank(normal.text)) return refuseBlank();
  const lines = countLines(normal.text);
  if (lines >= MAX_LINES) return refuseCount(`${count(lines)} lines`, MAX_LINES);
  const read = checked(format.read(normal.text, file));
  if (!read.ok) return read;
  const replaced = normal.replacedSurrogates > 0 ? [surrogateNote(normal.replacedSurrogates)] : [];
  const notes = [...replaced, ...read.notes, ...markupNotes(read.text), ...hiddenCharacterNotes(read.text)];
  return { ...read, notes, format: format.name, encoding };
}

async function ingestPacked({ bytes, name }: IngestInput, format: PackedFormat): Promise<IngestOutcome> {
  if (!beginsLike(bytes, format.signature)) {
    return refuse(
      "format",
      `This is ${signatureOf(bytes) ?? "something else"}, not a ${format.name}, whatever its name says. Paste its text instead.`,
    );
  }
  const outcome = await format.read(bytes, name);
  if (!outcome.ok) return outcome;
  const read = checked(outcome);
  if (!read.ok) return read;
  return { ...read, notes: [...read.notes, ...hiddenCharacterNotes(read.text)], format: format.name, encoding: null };
}

function checked({ text, blocks, meta, notes }: Structure): Outcome<Structure> {
  // Markdown can be all marks: a rule, link definitions, front matter. A page can be all pictures.
  if (blocks.length === 0 || isBlank(text)) return refuseBlank();
  if (blocks.length >= MAX_BLOCKS) return refuseCount(`${count(blocks.length)} paragraphs`, MAX_BLOCKS);
  return { ok: true, text, blocks, meta, notes };
}

/** Some programs write a few bytes of their own before a PDF begins. */
const WINDOW = 1_024;

function beginsLike(bytes: Uint8Array, signature: string): boolean {
  return Buffer.from(bytes.subarray(0, WINDOW)).toString("latin1").includes(signature);
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
      "Add plain text (.txt, .text), Markdown (.md, .markdown), a web page (.html, .htm), DOCX or PDF, or paste the text.",
  );
}
