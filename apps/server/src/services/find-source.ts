import type { Tx } from "@assay/db";
import { DomainError } from "@assay/domain";
import { loadCurrent } from "./load-change.ts";

/** What a refusal has to say of a source. */
export interface PlacedSource {
  number: number;
  removedAt: Date | string | null;
}

export interface FoundSource extends PlacedSource {
  id: string;
  version: number;
  removedBy: string | null;
}

/** In or out of the case. */
export async function findSource(tx: Tx, caseId: string, sourceId: string): Promise<FoundSource> {
  const source = await tx.source.findFirst({
    where: { id: sourceId, caseId },
    select: { id: true, number: true, version: true, removedAt: true, removedBy: true },
  });
  if (source === null) throw new DomainError("NOT_FOUND", NO_SOURCE);
  return source;
}

export const NO_SOURCE = "There is no such source in this case.";

/** T7: what was said of a source that was taken out stays as it is until it is back. */
export function refuseRemoved({ number, removedAt }: PlacedSource): void {
  if (removedAt === null) return;
  const message = `Source ${number} was taken out of the case. Nothing of it is lost: put it back on the page of the sources first.`;
  throw new DomainError("REFUSED", message, { rule: "T7" });
}

/** Throws unless a change of the source rests on its newest version (E5). */
export async function expectSourceVersion(
  tx: Tx,
  caseId: string,
  { id, version }: FoundSource,
  baseVersion: number,
  yours: unknown,
): Promise<void> {
  if (version === baseVersion) return;
  const { sources, removedSources } = await loadCurrent(tx, caseId, { sources: [id], removedSources: [id] });
  const current = sources?.[0] ?? removedSources?.[0];
  throw new DomainError("CONFLICT", "Somebody else edited this source in the meantime.", { current, yours });
}
