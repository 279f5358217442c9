import { withScope } from "@assay/db";
import type { NotificationView } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";

export interface NotificationList {
  items: NotificationView[];
  unread: number;
  /** Where the next page begins; null at the end. */
  next: string | null;
}

interface ListNotifications {
  unreadOnly: boolean;
  after: string | null;
  limit: number;
}

/** One's own in this workspace, newest first. Row-level security shows nobody else's. */
export function listNotifications(ctx: WorkspaceContext, input: ListNotifications): Promise<NotificationList> {
  const { unreadOnly, after, limit } = input;
  const mine = { workspaceId: ctx.scope.workspaceId, userId: ctx.person.id };
  return withScope(ctx.app.db, ctx.scope, async (tx) => {
    const rows = await tx.notification.findMany({
      where: { ...mine, ...(unreadOnly ? { readAt: null } : {}) },
      orderBy: [{ createdAt: "desc" }, { eventNumber: "desc" }, { id: "desc" }],
      take: limit + 1,
      ...(after === null ? {} : { cursor: { id: after }, skip: 1 }),
    });
    const unread = await tx.notification.count({ where: { ...mine, readAt: null } });
    const page = rows.slice(0, limit);
    const cases = await tx.case.findMany({
      where: { id: { in: page.map(({ caseId }) => caseId) } },
      select: { id: true, title: true },
    });
    const actors = await tx.user.findMany({
      where: { id: { in: page.map(({ actorId }) => actorId) } },
      select: { id: true, name: true },
    });
    const titles = new Map(cases.map(({ id, title }) => [id, title]));
    const names = new Map(actors.map(({ id, name }) => [id, name]));
    const items = page.map(({ id, kind, caseId, actorId, text, href, createdAt, readAt }) => ({
      id,
      kind,
      caseId,
      caseTitle: titles.get(caseId) ?? "",
      actorId,
      actorName: names.get(actorId) ?? "",
      text,
      href,
      createdAt: createdAt.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    }));
    return { items, unread, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
  });
}

/** For the bell; asked often. */
export async function countNotifications(ctx: WorkspaceContext): Promise<{ unread: number }> {
  const where = { workspaceId: ctx.scope.workspaceId, userId: ctx.person.id, readAt: null };
  return { unread: await withScope(ctx.app.db, ctx.scope, (tx) => tx.notification.count({ where })) };
}
