import { withScope } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { Block, CaseView, RevisionText } from "@assay/domain";
import type { CaseContext } from "../context.ts";

const TEXT = { id: true, sourceId: true, sha256: true, text: true, blocks: true } as const;

/** The current revision of a source, or an older one by its id. */
export async function getSourceText(ctx: CaseContext, sourceId: string, revisionId?: string): Promise<RevisionText> {
  const where = { caseId: ctx.caseId, sourceId, ...(revisionId === undefined ? {} : { id: revisionId }) };
  const row = await withScope(ctx.app.db, ctx.scope, (tx) =>
    tx.sourceRevision.findFirst({ where, orderBy: { number: "desc" }, select: TEXT }),
  );
  if (row === null) {
    const what = revisionId === undefined ? "source in this case" : "revision of this source";
    throw new DomainError("NOT_FOUND", `There is no such ${what}.`);
  }
  return { ...row, blocks: row.blocks as unknown as Block[] };
}

/** The revisions that a report of the case quotes from: the newest ones, and those in which lost passages last stood. */
export function quotedRevisions({ sources, tags }: CaseView): string[] {
  const lost = tags.flatMap(({ evidence }) => evidence.flatMap(({ stoodIn }) => stoodIn ?? []));
  return [...new Set([...sources.map(({ revision }) => revision.id), ...lost])];
}

/** Revisions by their ids, for a report. */
export async function getRevisionTexts(ctx: CaseContext, revisionIds: string[]): Promise<RevisionText[]> {
  const rows = await withScope(ctx.app.db, ctx.scope, (tx) =>
    tx.sourceRevision.findMany({ where: { caseId: ctx.caseId, id: { in: revisionIds } }, select: TEXT }),
  );
  return rows.map((row) => ({ ...row, blocks: row.blocks as unknown as Block[] }));
}
