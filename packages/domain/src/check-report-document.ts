import type { Outcome } from "./refusal.ts";
import { refuse } from "./refusal.ts";
import type {
  BlockAudience,
  BlockDetail,
  LiveKind,
  ProseInline,
  ProseKind,
  ProseText,
  ReportBlock,
  ReportDocument,
} from "./report-block.ts";
import { BLOCK_AUDIENCES, BLOCK_DETAILS, LIVE_KINDS, PROSE_KINDS } from "./report-block.ts";
import { DOCUMENT_MAX, blockText } from "./report-document.ts";
import { isBlank, normaliseText } from "./text.ts";

type Fields = Record<string, unknown>;

const RELOAD = "Load the page again.";
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** Carries a refusal out of the reading of nested values; never leaves this file. */
class Damaged extends Error {}

/**
 * A document as it may be stored: known blocks and fields only, texts normalised like a source's (X2), sizes in
 * bounds. Whatever else was sent is refused with the sentence to show, and nothing of it is kept.
 */
export function checkReportDocument(value: unknown): Outcome<{ document: ReportDocument }> {
  try {
    return { ok: true, document: readDocument(value) };
  } catch (error) {
    if (error instanceof Damaged) return refuse("E5", error.message);
    throw error;
  }
}

function readDocument(value: unknown): ReportDocument {
  const fields = fieldsOf(value, "The report");
  const title = readText(fields["title"], "The title", DOCUMENT_MAX.title).replace(/\s+/g, " ").trim();
  if (isBlank(title)) throw new Damaged("The report has no title. Give it one.");
  const list = fields["blocks"];
  if (!Array.isArray(list)) throw new Damaged(`The report has no blocks to read. ${RELOAD}`);
  if (list.length > DOCUMENT_MAX.blocks) {
    throw new Damaged(`A report holds up to ${figure(DOCUMENT_MAX.blocks)} blocks. Make two of this one.`);
  }
  const blocks = list.map(readBlock);
  if (new Set(blocks.map(({ id }) => id)).size < blocks.length) {
    throw new Damaged("Two blocks of the report have the same id. Remove the last one you added and insert it again.");
  }
  const words = blocks.reduce((sum, block) => sum + blockText(block).length, 0);
  if (words > DOCUMENT_MAX.words) {
    throw new Damaged(`The prose is longer than ${figure(DOCUMENT_MAX.words)} characters. Shorten it.`);
  }
  return { title, blocks };
}

function readBlock(value: unknown, index: number): ReportBlock {
  const where = `Block ${index + 1}`;
  const fields = fieldsOf(value, where);
  const placed = { id: readId(fields["id"], where), audience: readAudience(fields["audience"], where) };
  const type = fields["type"];
  if (isOneOf(PROSE_KINDS, type)) return readProse(type, placed, fields, where);
  if (isOneOf(LIVE_KINDS, type)) return readLive(type, placed, fields, where);
  const name = typeof type === "string" ? `“${type.slice(0, 40)}”` : "nameless";
  throw new Damaged(`${where} is of a kind that this desk does not know: ${name}. Remove it, or update Assay.`);
}

function readProse(type: ProseKind, placed: { id: string; audience: BlockAudience }, fields: Fields, where: string) {
  const children = readInlines(fields["children"], where);
  const block = { ...placed, children };
  const length = blockText({ ...block, type: "paragraph" }).length;
  if (length > DOCUMENT_MAX.prose) {
    throw new Damaged(`${where} is longer than ${figure(DOCUMENT_MAX.prose)} characters. Divide it.`);
  }
  if (type === "heading") return { ...block, type, level: fields["level"] === 3 ? 3 : 2 } as const;
  if (type === "item") return { ...block, type, ordered: fields["ordered"] === true };
  return { ...block, type };
}

function readLive(type: LiveKind, placed: { id: string; audience: BlockAudience }, fields: Fields, where: string) {
  const idOf = (name: string) => readId(fields[name], where);
  if (type === "findings") return { ...placed, type, detail: readDetail(fields["detail"]) };
  if (type === "claim") return { ...placed, type, claimId: idOf("claimId"), detail: readDetail(fields["detail"]) };
  if (type === "evidence") {
    return { ...placed, type, claimId: idOf("claimId"), sourceId: idOf("sourceId"), evidenceId: idOf("evidenceId") };
  }
  if (type === "annotated") return { ...placed, type, sourceId: fields["sourceId"] === null ? null : idOf("sourceId") };
  return { ...placed, type };
}

function readInlines(value: unknown, where: string): ProseInline[] {
  if (!Array.isArray(value) || value.length === 0) throw new Damaged(`${where} has no text to read. ${RELOAD}`);
  return value.map((one: unknown): ProseInline => {
    const fields = fieldsOf(one, where);
    if (fields["type"] === undefined) return readLeaf(fields, where);
    if (fields["type"] !== "link") throw new Damaged(`${where} holds what is neither words nor a link. Remove it.`);
    const inner = fields["children"];
    if (!Array.isArray(inner)) throw new Damaged(`A link of ${where.toLowerCase()} has no words. Write some.`);
    const children = inner.map((leaf: unknown) => readLeaf(fieldsOf(leaf, where), where));
    return { type: "link", url: readUrl(fields["url"], where), children };
  });
}

function readLeaf(fields: Fields, where: string): ProseText {
  return {
    text: readText(fields["text"], where, DOCUMENT_MAX.prose),
    ...(fields["bold"] === true ? { bold: true } : {}),
    ...(fields["italic"] === true ? { italic: true } : {}),
  };
}

function readText(value: unknown, where: string, max: number): string {
  if (typeof value !== "string") throw new Damaged(`${where} has no text to read. ${RELOAD}`);
  if (value.length > max) throw new Damaged(`${where} is longer than ${figure(max)} characters. Shorten it.`);
  const normal = normaliseText(value);
  if (normal.ok) return normal.text;
  throw new Damaged(`${where} holds a NUL character, which no text does. Type it instead of pasting it.`);
}

function readUrl(value: unknown, where: string): string {
  const url = proseUrl(typeof value === "string" ? value : "");
  if (url !== null) return url;
  throw new Damaged(`A link of ${where.toLowerCase()} is no web or mail address. Begin it with https:// or mailto:.`);
}

/** The address of a link, where it can only open a page or a mail; a bare domain is taken for https. Else null. */
export function proseUrl(typed: string): string | null {
  const trimmed = typed.trim();
  const isBare = !/^[a-z][a-z0-9+.-]*:/iu.test(trimmed) && /^[^\s/]+\.[^\s]+$/u.test(trimmed);
  const full = isBare ? `https://${trimmed}` : trimmed;
  if (full.length > DOCUMENT_MAX.url || !/^(?:https?:\/\/|mailto:)\S/iu.test(full)) return null;
  try {
    return new URL(full).href;
  } catch {
    return null;
  }
}

function readId(value: unknown, where: string): string {
  if (typeof value === "string" && ID.test(value)) return value.toLowerCase();
  throw new Damaged(`${where} does not say what it shows. Remove it and insert it again.`);
}

function readAudience(value: unknown, where: string): BlockAudience {
  if (isOneOf(BLOCK_AUDIENCES, value)) return value;
  throw new Damaged(`${where} does not say whether it is public or internal. Choose one.`);
}

function readDetail(value: unknown): BlockDetail {
  return isOneOf(BLOCK_DETAILS, value) ? value : "full";
}

function figure(value: number): string {
  return value.toLocaleString("en");
}

function isOneOf<T extends string>(known: readonly T[], value: unknown): value is T {
  return (known as readonly unknown[]).includes(value);
}

function fieldsOf(value: unknown, where: string): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  throw new Damaged(`${where} cannot be read. ${RELOAD}`);
}
