import type { BlockAudience, ReportBlock, ReportDocument } from "./report-block.ts";

/** Sizes that a document stays under; a report longer than that is two reports. */
export const DOCUMENT_MAX = {
  blocks: 1_000,
  /** UTF-16 code units of one block of prose. */
  prose: 20_000,
  /** Of all prose together. */
  words: 400_000,
  title: 300,
  url: 2_000,
} as const;

/** What is stored of a case's report; version 0 is the default document, which nobody has written yet. */
export interface StoredDocumentView {
  version: number;
  document: ReportDocument;
  updatedBy: string | null;
  updatedAt: string | null;
}

/** What may leave the desk: internal blocks are not part of it, whatever the format (R2 freezes both). */
export function publicDocument(document: ReportDocument): ReportDocument {
  return documentFor(document, "public");
}

/** A public report holds the public blocks, an internal one all of them. */
export function documentFor(document: ReportDocument, audience: BlockAudience): ReportDocument {
  if (audience === "internal") return document;
  return { ...document, blocks: document.blocks.filter((block) => block.audience === "public") };
}

/** The plain words of a prose block; empty for a live one. */
export function blockText(block: ReportBlock): string {
  if (!("children" in block)) return "";
  const words = block.children.flatMap((one) => ("type" in one ? one.children : [one]));
  return words.map(({ text }) => text).join("");
}

/** Claims that a document names, so that it can be told which of them are gone. */
export function claimsNamed({ blocks }: ReportDocument): string[] {
  return [...new Set(blocks.flatMap((block) => ("claimId" in block ? [block.claimId] : [])))];
}
