import { randomUUID } from "node:crypto";
import type { Database } from "./client.ts";
import { withScope } from "./scope.ts";
import type { Scope } from "./scope.ts";

/** For tests: a person in a workspace of their own with an empty case. */
export async function buildCase(db: Database): Promise<{ scope: Scope; caseId: string }> {
  const scope: Scope = { workspaceId: randomUUID(), userId: randomUUID() };
  const caseId = randomUUID();
  const { userId, workspaceId } = scope;
  await withScope(db, scope, async (tx) => {
    await tx.user.create({ data: { id: userId, name: "Ada", email: `${userId}@example.org` } });
    await tx.workspace.create({ data: { id: workspaceId, name: "Desk", createdBy: userId } });
    await tx.member.create({ data: { workspaceId, userId, role: "owner" } });
    await tx.case.create({ data: { id: caseId, workspaceId, title: "A case", createdBy: userId } });
  });
  return { scope, caseId };
}
