import { withScope } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { Block, RevisionText } from "@assay/domain";
import type { CaseContext } from "../context.ts";

const TEXT = { id: true, sourceId: true, sha256: true, text: true, blocks: true } as const;

/** The current revision of a source. */
export async function getSourceText(ctx: CaseContext, sourceId: string): Promise<RevisionText> {
  const row = await withScope(ctx.app.db, ctx.scope, (tx) =>
    tx.sourceRevision.findFirst({ where: { caseId: ctx.caseId, sourceId }, orderBy: { number: "desc" }, select: TEXT }),
  );
  if (row === null) throw new DomainError("NOT_FOUND", "There is no such source in this case.");
  return { ...row, blocks: row.blocks as unknown as Block[] };
}

/** Revisions by their ids, for a report. */
export async function getRevisionTexts(ctx: CaseContext, revisionIds: string[]): Promise<RevisionText[]> {
  const rows = await withScope(ctx.app.db, ctx.scope, (tx) =>
    tx.sourceRevision.findMany({ where: { caseId: ctx.caseId, id: { in: revisionIds } }, select: TEXT }),
  );
  return rows.map((row) => ({ ...row, blocks: row.blocks as unknown as Block[] }));
}
