import { DomainError } from "@assay/domain";
import type { CaseChange, SourceMeta } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import { loadCurrent } from "./load-change.ts";

export interface EditSource {
  mutationId: string;
  sourceId: string;
  baseVersion: number;
  meta: SourceMeta;
}

/** What is known about a source changes; its text never does. */
export function editSource(ctx: CaseContext, input: EditSource): Promise<CaseChange> {
  const { mutationId, sourceId, baseVersion, meta } = input;
  return inCaseMutation(ctx, { procedure: "source.edit", mutationId }, async ({ tx }) => {
    const known = await tx.source.findFirst({
      where: { id: sourceId, caseId: ctx.caseId },
      select: { version: true },
    });
    if (known === null) throw new DomainError("NOT_FOUND", "There is no such source in this case.");
    if (known.version !== baseVersion) {
      const { sources } = await loadCurrent(tx, ctx.caseId, { sources: [sourceId] });
      const message = "Somebody else edited this source in the meantime.";
      throw new DomainError("CONFLICT", message, { current: sources?.[0], yours: meta });
    }
    const version = known.version + 1;
    await tx.source.update({ where: { id: sourceId }, data: { ...meta, version }, select: { id: true } });
    const payload = { version, meta: { ...meta } };
    return { events: [{ kind: "source.edited", subject: sourceId, payload }], touched: { sources: [sourceId] } };
  });
}
