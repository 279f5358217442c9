import { DomainError, effectivePolicy, isSamePolicy } from "@assay/domain";
import type { CaseChange, Policy } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { applyPolicy } from "./apply-policy.ts";
import { inCaseMutation } from "./in-case-mutation.ts";

export interface SetCasePolicy {
  mutationId: string;
  /** The case's version. */
  baseVersion: number;
  /** The fields that this case decides for itself from now on; the others follow the workspace. */
  ownPolicy: Partial<Policy>;
}

export function setCasePolicy(ctx: CaseContext, input: SetCasePolicy): Promise<CaseChange> {
  const { mutationId, baseVersion, ownPolicy } = input;
  return inCaseMutation(ctx, { procedure: "case.setPolicy", mutationId }, async ({ tx, session, at }) => {
    const { workspaceId } = ctx.scope;
    const known = await tx.case.findUniqueOrThrow({
      where: { id: ctx.caseId },
      select: { version: true, policy: true, workspace: { select: { policy: true } } },
    });
    const own = known.policy as Partial<Policy>;
    if (known.version !== baseVersion) {
      const message = "Somebody else changed this case in the meantime. Look at its policy again, then save yours.";
      throw new DomainError("CONFLICT", message, { current: { ownPolicy: own, version: known.version }, yours: input });
    }
    if (isSamePolicy(own, ownPolicy)) return { events: [], touched: { case: true, policy: true } };
    const before = effectivePolicy(known.workspace.policy, own);
    const after = effectivePolicy(known.workspace.policy, ownPolicy);
    await tx.case.update({ where: { id: ctx.caseId }, data: { policy: ownPolicy, version: known.version + 1 } });
    const work = { session, at, caseId: ctx.caseId, workspaceId };
    const { events, touched } = await applyPolicy(work, { before, after, of: "case" });
    return { events, touched: { ...touched, case: true, policy: true } };
  });
}
