import { withScope } from "@assay/db";
import { can, readPolicy } from "@assay/domain";
import type { Policy, Role } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";

export interface WorkspaceView {
  id: string;
  name: string;
  version: number;
  policy: Policy;
  /** The asking person's. */
  role: Role;
  members: { id: string; name: string; email: string; role: Role; since: string }[];
  /** Open ones; empty for those who may not invite. */
  invitations: { id: string; role: Role; createdAt: string; expiresAt: string; invitedBy: string }[];
}

export function getWorkspace(ctx: WorkspaceContext): Promise<WorkspaceView> {
  const { workspaceId } = ctx.scope;
  return withScope(ctx.app.db, ctx.scope, async (tx) => {
    const workspace = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
    const members = await tx.member.findMany({
      where: { workspaceId, leftAt: null },
      select: { role: true, createdAt: true, user: { select: { id: true, name: true, email: true } } },
      orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
    });
    const open = { workspaceId, acceptedAt: null, revokedAt: null, expiresAt: { gt: ctx.app.now() } };
    const invitations = can(ctx.role, "invite")
      ? await tx.invitation.findMany({ where: open, orderBy: [{ createdAt: "desc" }, { id: "asc" }] })
      : [];
    const inviters = await tx.user.findMany({
      where: { id: { in: invitations.map(({ createdBy }) => createdBy) } },
      select: { id: true, name: true },
    });
    const names = new Map(inviters.map(({ id, name }) => [id, name]));
    return {
      id: workspace.id,
      name: workspace.name,
      version: workspace.version,
      policy: readPolicy(workspace.policy),
      role: ctx.role,
      members: members.map(({ user, role, createdAt }) => ({ ...user, role, since: createdAt.toISOString() })),
      invitations: invitations.map(({ id, role, createdAt, expiresAt, createdBy }) => ({
        id,
        role,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        invitedBy: names.get(createdBy) ?? "",
      })),
    };
  });
}
