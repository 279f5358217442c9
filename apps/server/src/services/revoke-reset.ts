import { DomainError } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";
import { inWorkspaceMutation } from "./in-workspace-mutation.ts";

export function revokeReset(
  ctx: WorkspaceContext,
  { mutationId, resetId }: { mutationId: string; resetId: string },
): Promise<{ id: string }> {
  return inWorkspaceMutation(ctx, { procedure: "workspace.revokeReset", mutationId }, async ({ tx, now }) => {
    const { workspaceId } = ctx.scope;
    const open = { id: resetId, workspaceId, usedAt: null };
    // One statement: a link is withdrawn or used, and never both.
    const { count } = await tx.passwordReset.updateMany({ where: { ...open, revokedAt: null }, data: { revokedAt: now } });
    if (count === 1) return { id: resetId };
    const reset = await tx.passwordReset.findFirst({ where: { id: resetId, workspaceId } });
    if (reset === null) throw new DomainError("NOT_FOUND", "There is no such link.");
    if (reset.usedAt === null) return { id: resetId };
    const message = "This link was used already: the password is set. If that was not the right person, make a new link.";
    throw new DomainError("REFUSED", message, { state: "used" });
  });
}
