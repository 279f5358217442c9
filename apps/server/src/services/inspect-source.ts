import { withScope } from "@assay/db";
import type { CaseContext } from "../context.ts";
import type { SourceContent } from "../inputs/source-inputs.ts";
import { findDuplicate } from "./find-duplicate.ts";
import type { ExistingSource } from "./find-duplicate.ts";
import { readContent } from "./read-content.ts";

export interface InspectedSource {
  ok: true;
  title: string;
  language: string | null;
  /** What else the file says about itself, to fill the form with. */
  author: string;
  publisher: string;
  url: string;
  publishedAt: string | null;
  /** What it was read as: "web page", "PDF". */
  format: string;
  encoding: string | null;
  notes: string[];
  /** UTF-16 code units. */
  length: number;
  /** How many blocks the text has. */
  blocks: number;
  sha256: string;
  /** The beginning of the text as it would be stored. */
  preview: string;
  existing: ExistingSource | null;
}

export type Inspection = InspectedSource | { ok: false; reason: string; rule: string };

/** How a source would be read. Stores nothing. */
export async function inspectSource(ctx: CaseContext, content: SourceContent): Promise<Inspection> {
  const { read } = await readContent(ctx, content);
  if (!read.ok) return { ok: false, reason: read.reason, rule: read.rule };
  const existing = await withScope(ctx.app.db, ctx.scope, (tx) => findDuplicate(tx, ctx.caseId, read.sha256));
  return {
    ok: true,
    title: read.meta.title,
    language: read.meta.language ?? null,
    author: read.meta.author ?? "",
    publisher: read.meta.publisher ?? "",
    url: read.meta.url ?? "",
    publishedAt: read.meta.publishedAt ?? null,
    format: read.format,
    encoding: read.encoding,
    notes: read.notes,
    length: read.length,
    blocks: read.blocks,
    sha256: read.sha256,
    preview: read.preview,
    existing,
  };
}
