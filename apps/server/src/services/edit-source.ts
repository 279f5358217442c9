import type { CaseChange, SourceMeta } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { expectSourceVersion, findSource, refuseRemoved } from "./find-source.ts";
import { inCaseMutation } from "./in-case-mutation.ts";

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
    const known = await findSource(tx, ctx.caseId, sourceId);
    refuseRemoved(known);
    await expectSourceVersion(tx, ctx.caseId, known, baseVersion, meta);
    const version = known.version + 1;
    await tx.source.update({ where: { id: sourceId }, data: { ...meta, version }, select: { id: true } });
    const payload = { version, meta: { ...meta } };
    return { events: [{ kind: "source.edited", subject: sourceId, payload }], touched: { sources: [sourceId] } };
  });
}
