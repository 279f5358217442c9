import { runOnce, withScope } from "@assay/db";
import type { Role } from "@assay/domain";
import type { PersonContext } from "../context.ts";

export interface CreatedWorkspace {
  id: string;
  name: string;
  role: Role;
}

/** Whoever makes a workspace owns it. */
export function createWorkspace(
  { app, person }: PersonContext,
  { mutationId, id, name }: { mutationId: string; id: string; name: string },
): Promise<CreatedWorkspace> {
  // The scope is the workspace to be. If it exists, the insert fails on its key and the transaction shows nothing of
  // it.
  return withScope(app.db, { workspaceId: id, userId: person.id }, (tx) =>
    runOnce(
      tx,
      { workspaceId: null, actorId: person.id, mutationId, procedure: "workspace.create" },
      async (): Promise<CreatedWorkspace> => {
        const createdAt = app.now();
        await tx.workspace.create({ data: { id, name, createdBy: person.id, createdAt }, select: { id: true } });
        await tx.member.create({ data: { workspaceId: id, userId: person.id, role: "owner", createdAt } });
        return { id, name, role: "owner" };
      },
    ),
  );
}
