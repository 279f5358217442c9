import type { Tx } from "@assay/db";
import { sourceName } from "@assay/domain";

export interface ExistingSource {
  sourceId: string;
  number: number;
  name: string;
  /** It was taken out of the case, and can be put back. */
  removed: boolean;
}

/** A source of the case with the very same text, the first one imported; one that was taken out where there is no other. */
export async function findDuplicate(tx: Tx, caseId: string, sha256: string): Promise<ExistingSource | null> {
  const revision = await tx.sourceRevision.findFirst({
    where: { caseId, sha256 },
    select: { source: { select: { id: true, number: true, title: true, publisher: true, removedAt: true } } },
    orderBy: [{ source: { removedAt: { sort: "asc", nulls: "first" } } }, { source: { number: "asc" } }],
  });
  if (revision === null) return null;
  const { id, number, removedAt } = revision.source;
  return { sourceId: id, number, name: sourceName(revision.source), removed: removedAt !== null };
}
