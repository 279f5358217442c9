import { appendEvents, lockCase } from "@assay/db";
import { DomainError, effectivePolicy, isSamePolicy, readPolicy } from "@assay/domain";
import type { Policy } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";
import { applyPolicy } from "./apply-policy.ts";
import { inWorkspaceMutation } from "./in-workspace-mutation.ts";

export interface SetWorkspacePolicy {
  mutationId: string;
  baseVersion: number;
  policy: Policy;
}

export interface PolicySet {
  version: number;
  policy: Policy;
  /** Cases in which something else holds now. */
  cases: number;
}

const MOVED_ON = "Somebody else changed this workspace in the meantime. Look at its policy again, then save yours.";

/**
 * Changes what holds in every case that does not decide otherwise, in one transaction. Cases are locked after the
 * workspace and in the order of their ids, so that no two changes wait for each other.
 */
export function setWorkspacePolicy(ctx: WorkspaceContext, input: SetWorkspacePolicy): Promise<PolicySet> {
  const { mutationId, baseVersion, policy } = input;
  const { workspaceId, userId: actorId } = ctx.scope;
  return inWorkspaceMutation(ctx, { procedure: "workspace.setPolicy", mutationId }, async (work) => {
    const { tx, session, workspace, now } = work;
    const known = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { policy: true } });
    const old = readPolicy(known.policy);
    if (workspace.version !== baseVersion) {
      const current = { policy: old, version: workspace.version };
      throw new DomainError("CONFLICT", MOVED_ON, { current, yours: policy });
    }
    if (isSamePolicy(old, policy)) return { version: baseVersion, policy, cases: 0 };
    const version = workspace.version + 1;
    await tx.workspace.update({ where: { id: workspaceId }, data: { policy: { ...policy }, version } });
    const all = await tx.case.findMany({
      where: { workspaceId },
      select: { id: true },
      orderBy: { id: "asc" },
    });
    let cases = 0;
    for (const { id: caseId } of all) {
      await lockCase(tx, ctx.scope, caseId);
      const { policy: own } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { policy: true } });
      const [before, after] = [effectivePolicy(old, own), effectivePolicy(policy, own)];
      if (isSamePolicy(before, after)) continue;
      cases += 1;
      const at = await notBefore(caseId, now);
      const { events } = await applyPolicy({ session, at, caseId, workspaceId }, { before, after, of: "workspace" });
      await appendEvents(tx, { caseId, workspaceId, actorId, mutationId, at: at.toISOString() }, events);
    }
    return { version, policy, cases };

    /** Times within a case only go forward. */
    async function notBefore(caseId: string, moment: Date): Promise<Date> {
      const { _max } = await tx.caseEvent.aggregate({ where: { caseId }, _max: { at: true } });
      return _max.at !== null && _max.at >= moment ? new Date(_max.at.getTime() + 1) : moment;
    }
  });
}
