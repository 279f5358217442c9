import { randomUUID } from "node:crypto";
import { DomainError } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";
import { refuseReset } from "../policies/password-reset.ts";
import { endResets } from "./end-resets.ts";
import { findBelongings } from "./find-belongings.ts";
import { inWorkspaceMutation } from "./in-workspace-mutation.ts";
import { hashToken } from "./invitation-token.ts";
import { resetExpiry, resetPath, resetToken } from "./reset-token.ts";

export interface NewReset {
  id: string;
  token: string;
  path: string;
  expiresAt: string;
}

/** A link with which a member sets a new password. It takes the place of any that was made for them before. */
export async function makeReset(
  ctx: WorkspaceContext,
  { mutationId, userId }: { mutationId: string; userId: string },
): Promise<NewReset> {
  const { secret } = ctx.app;
  const { workspaceId, userId: createdBy } = ctx.scope;
  const call = { procedure: "workspace.makeReset", mutationId };
  const { id, expiresAt } = await inWorkspaceMutation(ctx, call, async ({ tx, now }) => {
    const where = { workspaceId_userId: { workspaceId, userId } };
    const found = await tx.member.findUnique({ where, include: { user: { select: { name: true } } } });
    if (found === null || found.leftAt !== null) {
      throw new DomainError("NOT_FOUND", "There is no such member in this workspace.");
    }
    const member = { id: userId, name: found.user.name, role: found.role, desks: await findBelongings(tx, userId) };
    refuseReset({ maker: { id: createdBy, role: ctx.role, desks: await findBelongings(tx, createdBy) }, member });
    await endResets(tx, userId, now);
    const id = randomUUID();
    const expiresAt = resetExpiry(now);
    const tokenHash = hashToken(resetToken(secret, id));
    await tx.passwordReset.create({ data: { id, workspaceId, userId, tokenHash, createdBy, createdAt: now, expiresAt } });
    return { id, expiresAt: expiresAt.toISOString() };
  });
  ctx.app.log.info({ resetId: id, workspaceId, userId, createdBy }, "a link for a new password was made");
  const token = resetToken(secret, id);
  return { id, token, path: resetPath(token), expiresAt };
}
