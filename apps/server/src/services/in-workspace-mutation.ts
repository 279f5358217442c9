import { runOnce, withScope } from "@assay/db";
import type { Tx } from "@assay/db";
import type { WorkspaceContext } from "../context.ts";
import { lockWorkspace } from "./lock-workspace.ts";
import type { LockedWorkspace } from "./lock-workspace.ts";

/** The one way a workspace itself changes: under its lock, once per mutation id (E4), in one transaction. */
export function inWorkspaceMutation<T>(
  ctx: WorkspaceContext,
  { procedure, mutationId }: { procedure: string; mutationId: string },
  fn: (work: { tx: Tx; workspace: LockedWorkspace; now: Date }) => Promise<T>,
): Promise<T> {
  const { workspaceId, userId: actorId } = ctx.scope;
  return withScope(ctx.app.db, ctx.scope, async (tx) => {
    const workspace = await lockWorkspace(tx, workspaceId);
    return runOnce(tx, { workspaceId, actorId, mutationId, procedure }, () =>
      fn({ tx, workspace, now: ctx.app.now() }),
    );
  });
}
