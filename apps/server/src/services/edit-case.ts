import { DomainError } from "@assay/domain";
import type { CaseChange } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { inCaseMutation } from "./in-case-mutation.ts";

export interface EditCase {
  mutationId: string;
  baseVersion: number;
  title: string;
  summary: string;
}

export function editCase(ctx: CaseContext, input: EditCase): Promise<CaseChange> {
  const { mutationId, baseVersion, title, summary } = input;
  return inCaseMutation(ctx, { procedure: "case.edit", mutationId }, async ({ tx }) => {
    const known = await tx.case.findUniqueOrThrow({ where: { id: ctx.caseId } });
    if (known.version !== baseVersion) {
      const current = { title: known.title, summary: known.summary, version: known.version };
      throw new DomainError("CONFLICT", "Somebody else changed this case in the meantime. Look at it again, then save yours.", {
        current,
        yours: { title, summary },
      });
    }
    const version = known.version + 1;
    await tx.case.update({ where: { id: ctx.caseId }, data: { title, summary, version } });
    const payload = { version, title, summary };
    return { events: [{ kind: "case.edited", subject: ctx.caseId, payload }], touched: { case: true } };
  });
}
