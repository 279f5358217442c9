import { DomainError } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";
import { inWorkspaceMutation } from "./in-workspace-mutation.ts";

export function renameWorkspace(
  ctx: WorkspaceContext,
  input: { mutationId: string; baseVersion: number; name: string },
): Promise<{ version: number }> {
  const { mutationId, baseVersion, name } = input;
  return inWorkspaceMutation(ctx, { procedure: "workspace.rename", mutationId }, async ({ tx, workspace }) => {
    if (workspace.version !== baseVersion) {
      const message = "Somebody else changed this workspace in the meantime. Look at its name again, then save yours.";
      throw new DomainError("CONFLICT", message, { current: workspace, yours: { name } });
    }
    const version = workspace.version + 1;
    await tx.workspace.update({ where: { id: ctx.scope.workspaceId }, data: { name, version } });
    return { version };
  });
}
