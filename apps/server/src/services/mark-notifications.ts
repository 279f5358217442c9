import { runOnce, withScope } from "@assay/db";
import type { WorkspaceContext } from "../context.ts";

export interface MarkNotifications {
  mutationId: string;
  /** Those named, or every one up to a moment: what came after it was not on the screen. */
  which: { ids: string[] } | { upTo: string };
  read: boolean;
}

/** Answers how many are unread now. */
export function markNotifications(ctx: WorkspaceContext, input: MarkNotifications): Promise<{ unread: number }> {
  const { mutationId, which, read } = input;
  const { workspaceId, userId } = ctx.scope;
  const mine = { workspaceId, userId };
  const call = { workspaceId, actorId: userId, mutationId, procedure: "notification.mark" };
  return withScope(ctx.app.db, ctx.scope, (tx) =>
    runOnce(tx, call, async () => {
      const chosen = "ids" in which ? { id: { in: which.ids } } : { createdAt: { lte: new Date(which.upTo) } };
      await tx.notification.updateMany({
        where: { ...mine, ...chosen, readAt: read ? null : { not: null } },
        data: { readAt: read ? ctx.app.now() : null },
      });
      return { unread: await tx.notification.count({ where: { ...mine, readAt: null } }) };
    }),
  );
}
