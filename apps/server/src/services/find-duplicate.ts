import type { Tx } from "@assay/db";
import { sourceName } from "@assay/domain";

export interface ExistingSource {
  sourceId: string;
  number: number;
  name: string;
}

/** A source of the case with the very same text, the first one imported. */
export async function findDuplicate(tx: Tx, caseId: string, sha256: string): Promise<ExistingSource | null> {
  const revision = await tx.sourceRevision.findFirst({
    where: { caseId, sha256 },
    select: { source: { select: { id: true, number: true, title: true, publisher: true } } },
    orderBy: { source: { number: "asc" } },
  });
  if (revision === null) return null;
  const { id, number } = revision.source;
  return { sourceId: id, number, name: sourceName(revision.source) };
}
