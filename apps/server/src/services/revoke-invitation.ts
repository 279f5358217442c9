import { DomainError } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";
import { inWorkspaceMutation } from "./in-workspace-mutation.ts";

export function revokeInvitation(
  ctx: WorkspaceContext,
  { mutationId, invitationId }: { mutationId: string; invitationId: string },
): Promise<{ id: string }> {
  return inWorkspaceMutation(ctx, { procedure: "workspace.revokeInvitation", mutationId }, async ({ tx, now }) => {
    const { workspaceId } = ctx.scope;
    const invitation = await tx.invitation.findFirst({ where: { id: invitationId, workspaceId } });
    if (invitation === null) throw new DomainError("NOT_FOUND", "There is no such invitation.");
    if (invitation.acceptedAt !== null) {
      throw new DomainError("REFUSED", "This invitation was used already. Remove the member instead.");
    }
    const revokedAt = invitation.revokedAt ?? now;
    await tx.invitation.update({ where: { id: invitationId }, data: { revokedAt } });
    return { id: invitationId };
  });
}
