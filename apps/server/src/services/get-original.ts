import { withScope } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { CaseContext } from "../context.ts";

export interface Original {
  bytes: Uint8Array<ArrayBuffer>;
  name: string;
  sha256: string;
}

/** The file of a source as received, byte for byte. */
export async function getOriginal(ctx: CaseContext, sourceId: string): Promise<Original> {
  const row = await withScope(ctx.app.db, ctx.scope, (tx) =>
    tx.sourceRevision.findFirst({
      where: { caseId: ctx.caseId, sourceId },
      orderBy: { number: "desc" },
      select: { original: true, originalName: true, originalSha256: true, source: { select: { number: true } } },
    }),
  );
  if (row === null) throw new DomainError("NOT_FOUND", "There is no such source in this case.");
  const name = row.originalName ?? `source-${row.source.number}.txt`;
  return { bytes: row.original, name, sha256: row.originalSha256 };
}
