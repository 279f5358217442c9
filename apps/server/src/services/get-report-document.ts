import { readScoped, withScope } from "@assay/db";
import type { Tx } from "@assay/db";
import { defaultDocument } from "@assay/domain";
import type { ReportBlock, ReportDocument, StoredDocumentView } from "@assay/domain";
import type { CaseContext } from "../context.ts";

/** The document as it is now; the default one, at version 0, while nobody has written anything. */
export function getReportDocument(ctx: CaseContext): Promise<StoredDocumentView> {
  return withScope(ctx.app.db, ctx.scope, (tx) => readReportDocument(tx, ctx.caseId));
}

export async function readReportDocument(tx: Tx, caseId: string): Promise<StoredDocumentView> {
  const row = await tx.reportDocument.findFirst({ where: { caseId }, orderBy: { version: "desc" } });
  if (row !== null) return documentView(row);
  const { title } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { title: true } });
  return { version: 0, document: defaultDocument(title), updatedBy: null, updatedAt: null };
}

interface Row {
  version: number;
  title: string;
  blocks: unknown;
  authorId: string;
  createdAt: Date;
}

function documentView({ version, title, blocks, authorId, createdAt }: Row): StoredDocumentView {
  const document: ReportDocument = { title, blocks: blocks as ReportBlock[] };
  return { version, document, updatedBy: authorId, updatedAt: createdAt.toISOString() };
}

/** When and by whom each state was stored, newest first, so that an earlier one can be fetched and put back. */
export async function listDocumentVersions(ctx: CaseContext) {
  const rows = await readScoped(ctx.app.db, ctx.scope, (queries) =>
    queries.reportDocument.findMany({
      where: { caseId: ctx.caseId },
      orderBy: { version: "desc" },
      select: { version: true, authorId: true, createdAt: true },
      take: 500,
    }),
  );
  const versions = rows.map(({ version, authorId, createdAt }) => ({ version, authorId, at: createdAt.toISOString() }));
  return { versions };
}

/** Null where no such version was stored. */
export async function getDocumentVersion(ctx: CaseContext, version: number): Promise<StoredDocumentView | null> {
  const where = { caseId_version: { caseId: ctx.caseId, version } };
  const row = await readScoped(ctx.app.db, ctx.scope, (queries) => queries.reportDocument.findUnique({ where }));
  return row === null ? null : documentView(row);
}
