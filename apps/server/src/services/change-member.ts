import { Prisma, runSql } from "@assay/db";
import type { Session, Tx } from "@assay/db";
import { ABILITY_OF_WORK, ASSIGNMENT_KINDS, DomainError, ROLES, can } from "@assay/domain";
import type { AssignmentKind, Role } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";
import { mayGrant, refuseGrant, refuseLosingLastOwner } from "../policies/member.ts";
import { findOpenWork } from "./find-open-work.ts";
import { inWorkspaceMutation } from "./in-workspace-mutation.ts";

export function setRole(
  ctx: WorkspaceContext,
  { mutationId, userId, role }: { mutationId: string; userId: string; role: Role },
): Promise<{ userId: string; role: Role }> {
  refuseGrant(ctx.role, role);
  return inWorkspaceMutation(ctx, { procedure: "workspace.setRole", mutationId }, async ({ tx, session, now }) => {
    const where = await findMember(tx, ctx.scope.workspaceId, userId);
    const lost = ASSIGNMENT_KINDS.filter((kind) => !can(role, ABILITY_OF_WORK[kind]));
    await refuseOpenWork(session, where.workspaceId_userId, lost);
    if (role !== "owner") refuseLosingLastOwner(await findOwners(tx, ctx.scope.workspaceId), userId);
    await tx.member.update({ where, data: { role } });
    await revokeInvitationsOf(tx, where.workspaceId_userId, role, now);
    await revokeResetsOf(tx, where.workspaceId_userId, now);
    return { userId, role };
  });
}

/** The name stays on what the person did; the door is shut. */
export function removeMember(
  ctx: WorkspaceContext,
  { mutationId, userId }: { mutationId: string; userId: string },
): Promise<{ userId: string }> {
  return inWorkspaceMutation(ctx, { procedure: "workspace.removeMember", mutationId }, async ({ tx, session, now }) => {
    const where = await findMember(tx, ctx.scope.workspaceId, userId);
    await refuseOpenWork(session, where.workspaceId_userId, ASSIGNMENT_KINDS);
    refuseLosingLastOwner(await findOwners(tx, ctx.scope.workspaceId), userId);
    await tx.member.update({ where, data: { leftAt: now } });
    await revokeInvitationsOf(tx, where.workspaceId_userId, null, now);
    await revokeResetsOf(tx, where.workspaceId_userId, now);
    return { userId };
  });
}

/**
 * Nobody leaves, or loses a role, with work on their hands that nobody else would then do: it is handed over first. The
 * row is held before the look, so that no work is given to them in between (findAssignees holds it too).
 */
async function refuseOpenWork(
  session: Session,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  kinds: readonly AssignmentKind[],
): Promise<void> {
  const [member] = await runSql<{ name: string }>(
    session,
    Prisma.sql`SELECT u.name FROM members m JOIN users u ON u.id = m.user_id
      WHERE m.workspace_id = ${workspaceId}::uuid AND m.user_id = ${userId} FOR UPDATE OF m`,
  );
  const openWork = await findOpenWork(session, workspaceId, userId, kinds);
  if (openWork.length === 0) return;
  const pieces = openWork.reduce((sum, one) => sum + one.assignments.length + one.tags.length, 0);
  const told = `${pieces === 1 ? "1 piece" : `${pieces} pieces`} of open work`;
  const where = openWork.length === 1 ? `in “${openWork[0]?.caseTitle}”` : `in ${openWork.length} cases`;
  const message = `${member?.name ?? "This person"} has ${told} ${where}. Hand it over to somebody else first.`;
  throw new DomainError("REFUSED", message, { rule: "open work", openWork });
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

/** Links for a new password, made by or for somebody whose place on the desk is another now. */
async function revokeResetsOf(tx: Tx, of: { workspaceId: string; userId: string }, now: Date): Promise<void> {
  const { workspaceId, userId } = of;
  await tx.passwordReset.updateMany({
    where: { workspaceId, OR: [{ createdBy: userId }, { userId }], usedAt: null, revokedAt: null },
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
