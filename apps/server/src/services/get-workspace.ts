import { withScope } from "@assay/db";
import { can, readPolicy } from "@assay/domain";
import type { Policy, Role } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";

export interface ResetRow {
  id: string;
  userId: string;
  name: string;
  /** Empty where whoever runs the server made it. */
  madeBy: string;
  createdAt: string;
  expiresAt: string;
  /** Null while it is open. */
  usedAt: string | null;
  /** Made in this desk, where it can be withdrawn. */
  isOurs: boolean;
}

/** How long a link that was used stays in sight. */
const USED_DAYS = 30;

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
  /** Links for a new password that are open or were used lately: all of the desk's for those who may make them, else one's own. */
  resets: ResetRow[];
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
    const lately = new Date(ctx.app.now().getTime() - USED_DAYS * 24 * 3_600_000);
    const resets = await tx.passwordReset.findMany({
      where: {
        AND: [
          // One's own also from elsewhere: nobody's password is set behind their back.
          { OR: [...(can(ctx.role, "invite") ? [{ workspaceId }] : []), { userId: ctx.scope.userId }] },
          { OR: [{ usedAt: { gt: lately } }, { usedAt: null, revokedAt: null, expiresAt: { gt: ctx.app.now() } }] },
        ],
      },
      include: { user: { select: { name: true } } },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    });
    const inviters = await tx.user.findMany({
      where: { id: { in: [...invitations, ...resets].flatMap(({ createdBy }) => createdBy ?? []) } },
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
      resets: resets.map(({ id, userId, user, createdBy, createdAt, expiresAt, usedAt, workspaceId: madeIn }) => ({
        id,
        userId,
        name: user.name,
        madeBy: names.get(createdBy ?? "") ?? "",
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        usedAt: usedAt?.toISOString() ?? null,
        isOurs: madeIn === workspaceId,
      })),
    };
  });
}
