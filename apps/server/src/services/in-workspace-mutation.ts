import { ROLE_CHANGED, runOnce, withScope } from "@assay/db";
import type { Session, Tx } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";
import { lockWorkspace } from "./lock-workspace.ts";
import type { LockedWorkspace } from "./lock-workspace.ts";

/** The one way a workspace itself changes: under its lock, once per mutation id (E4), in one transaction. */
export async function inWorkspaceMutation<T>(
  ctx: WorkspaceContext,
  { procedure, mutationId }: { procedure: string; mutationId: string },
  fn: (work: { tx: Tx; session: Session; workspace: LockedWorkspace; now: Date }) => Promise<T>,
): Promise<T> {
  const { workspaceId, userId: actorId } = ctx.scope;
  const result = await withScope(ctx.app.db, ctx.scope, async (tx, session) => {
    const workspace = await lockWorkspace(tx, workspaceId);
    await expectStillMember(tx, ctx);
    return runOnce(tx, { workspaceId, actorId, mutationId, procedure }, () =>
      fn({ tx, session, workspace, now: ctx.app.now() }),
    );
  });
  // Whoever has a case of this workspace open may be in it no longer, or in another role.
  ctx.app.db.news.changed(workspaceId);
  return result;
}

/**
 * Two people may change each other's role at the same time: the second one acts in the one they have now. For whatever
 * is done to a workspace in a transaction of its own, asked first in it.
 */
export async function expectStillMember(tx: Tx, { scope, role }: WorkspaceContext): Promise<void> {
  const member = await tx.member.findUnique({ where: { workspaceId_userId: scope } });
  if (member === null || member.leftAt !== null) throw new DomainError("NOT_FOUND", "There is no such workspace.");
  if (member.role !== role) throw new DomainError("FORBIDDEN", ROLE_CHANGED);
}
