import type { Tx } from "@assay/db";
import { DomainError, ROLES } from "@assay/domain";
import type { Role } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";
import { mayGrant, refuseGrant, refuseLosingLastOwner } from "../policies/member.ts";
import { inWorkspaceMutation } from "./in-workspace-mutation.ts";

export function setRole(
  ctx: WorkspaceContext,
  { mutationId, userId, role }: { mutationId: string; userId: string; role: Role },
): Promise<{ userId: string; role: Role }> {
  refuseGrant(ctx.role, role);
  return inWorkspaceMutation(ctx, { procedure: "workspace.setRole", mutationId }, async ({ tx, now }) => {
    const where = await findMember(tx, ctx.scope.workspaceId, userId);
    if (role !== "owner") refuseLosingLastOwner(await findOwners(tx, ctx.scope.workspaceId), userId);
    await tx.member.update({ where, data: { role } });
    await revokeInvitationsOf(tx, where.workspaceId_userId, role, now);
    return { userId, role };
  });
}

/** The name stays on what the person did; the door is shut. */
export function removeMember(
  ctx: WorkspaceContext,
  { mutationId, userId }: { mutationId: string; userId: string },
): Promise<{ userId: string }> {
  return inWorkspaceMutation(ctx, { procedure: "workspace.removeMember", mutationId }, async ({ tx, now }) => {
    const where = await findMember(tx, ctx.scope.workspaceId, userId);
    refuseLosingLastOwner(await findOwners(tx, ctx.scope.workspaceId), userId);
    await tx.member.update({ where, data: { leftAt: now } });
    await revokeInvitationsOf(tx, where.workspaceId_userId, null, now);
    return { userId };
  });
}

/** Links that somebody handed out and may hand out no longer: through one of them they would come back. */
async function revokeInvitationsOf(
  tx: Tx,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  role: Role | null,
  now: Date,
): Promise<void> {
  const beyond = ROLES.filter((granted) => role === null || !mayGrant(role, granted));
  await tx.invitation.updateMany({
    where: { workspaceId, createdBy: userId, role: { in: beyond }, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
}

async function findMember(tx: Tx, workspaceId: string, userId: string) {
  const where = { workspaceId_userId: { workspaceId, userId } };
  const member = await tx.member.findUnique({ where });
  if (member === null || member.leftAt !== null) {
    throw new DomainError("NOT_FOUND", "There is no such member in this workspace.");
  }
  return where;
}

async function findOwners(tx: Tx, workspaceId: string): Promise<string[]> {
  const owners = await tx.member.findMany({ where: { workspaceId, role: "owner", leftAt: null } });
  return owners.map((owner) => owner.userId);
}
