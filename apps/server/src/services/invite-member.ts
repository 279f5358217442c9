import { randomUUID } from "node:crypto";
import type { Role } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";
import { refuseGrant } from "../policies/member.ts";
import { inWorkspaceMutation } from "./in-workspace-mutation.ts";
import { INVITATION_DAYS, hashToken, invitationToken } from "./invitation-token.ts";

export interface NewInvitation {
  id: string;
  token: string;
  path: string;
  expiresAt: string;
}

/** The token is in no table, the one of mutations included: it is derived again for the answer. */
export async function inviteMember(
  ctx: WorkspaceContext,
  { mutationId, role }: { mutationId: string; role: Role },
): Promise<NewInvitation> {
  refuseGrant(ctx.role, role);
  const { secret } = ctx.app;
  const { workspaceId, userId } = ctx.scope;
  const call = { procedure: "workspace.invite", mutationId };
  const { id, expiresAt } = await inWorkspaceMutation(ctx, call, async ({ tx, now }) => {
    const id = randomUUID();
    const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 24 * 3_600_000);
    const tokenHash = hashToken(invitationToken(secret, id));
    await tx.invitation.create({
      data: { id, workspaceId, role, tokenHash, createdBy: userId, createdAt: now, expiresAt },
    });
    return { id, expiresAt: expiresAt.toISOString() };
  });
  const token = invitationToken(secret, id);
  return { id, token, path: `/invite/${token}`, expiresAt };
}
