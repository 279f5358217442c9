import { MAIL_RHYTHMS, NOTIFICATION_KINDS } from "@assay/domain";
import { z } from "zod";
import { id, mutationId } from "../inputs/basics.ts";
import { countNotifications, listNotifications } from "../services/list-notifications.ts";
import { markNotifications } from "../services/mark-notifications.ts";
import { getNotificationSettings, setNotificationSettings } from "../services/notification-settings.ts";
import { inWorkspace, router } from "../trpc.ts";

const of = z.strictObject({ workspaceId: id });
const page = { unreadOnly: z.boolean(), after: id.nullable(), limit: z.int().min(1).max(100) };
const which = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(1000) }),
  z.strictObject({ upTo: z.iso.datetime({ error: "This is no moment in time. Reload the page." }) }),
]);
const settings = z.strictObject({
  mail: z.enum(MAIL_RHYTHMS),
  mutedKinds: z.array(z.enum(NOTIFICATION_KINDS)).max(NOTIFICATION_KINDS.length),
  mutedCases: z.array(id).max(1000),
});

/** Everything here is the asking person's own. */
export const notificationRouter = router({
  list: inWorkspace("read")
    .input(z.strictObject({ workspaceId: id, ...page }))
    .query(({ ctx, input }) => listNotifications(ctx, input)),
  count: inWorkspace("read")
    .input(of)
    .query(({ ctx }) => countNotifications(ctx)),
  mark: inWorkspace("read")
    .input(z.strictObject({ mutationId, workspaceId: id, which, read: z.boolean() }))
    .mutation(({ ctx, input }) => markNotifications(ctx, input)),
  settings: inWorkspace("read")
    .input(of)
    .query(({ ctx }) => getNotificationSettings(ctx)),
  setSettings: inWorkspace("read")
    .input(z.strictObject({ mutationId, workspaceId: id, settings }))
    .mutation(({ ctx, input }) => setNotificationSettings(ctx, input)),
});
