import { runOnce, withScope } from "@assay/db";
import { readNotificationSettings } from "@assay/domain";
import type { NotificationSettings } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";

export interface SettingsView extends NotificationSettings {
  /** Whether this server sends mail at all. */
  canMail: boolean;
}

export function getNotificationSettings(ctx: WorkspaceContext): Promise<SettingsView> {
  return withScope(ctx.app.db, ctx.scope, async (tx) => {
    const row = await tx.notificationSetting.findUnique({ where: { workspaceId_userId: ctx.scope } });
    return { ...readNotificationSettings(row?.settings), canMail: ctx.app.canMail };
  });
}

/** One's own in this workspace; the last word counts, since nobody else has one. */
export function setNotificationSettings(
  ctx: WorkspaceContext,
  { mutationId, settings }: { mutationId: string; settings: NotificationSettings },
): Promise<SettingsView> {
  const { workspaceId, userId } = ctx.scope;
  const call = { workspaceId, actorId: userId, mutationId, procedure: "notification.setSettings" };
  return withScope(ctx.app.db, ctx.scope, (tx) =>
    runOnce(tx, call, async () => {
      const stored = { ...settings };
      await tx.notificationSetting.upsert({
        where: { workspaceId_userId: ctx.scope },
        create: { workspaceId, userId, settings: stored },
        update: { settings: stored },
      });
      return { ...settings, canMail: ctx.app.canMail };
    }),
  );
}
