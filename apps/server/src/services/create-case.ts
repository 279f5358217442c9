import { appendEvents, runOnce, withScope } from "@assay/db";
import type { WorkspaceContext } from "../context.ts";
import { expectStillMember } from "./in-workspace-mutation.ts";

export interface CreateCase {
  mutationId: string;
  id: string;
  title: string;
  summary: string;
}

export function createCase(ctx: WorkspaceContext, input: CreateCase): Promise<{ id: string }> {
  const { workspaceId, userId: actorId } = ctx.scope;
  const { mutationId, id, title, summary } = input;
  return withScope(ctx.app.db, ctx.scope, async (tx) => {
    await expectStillMember(tx, ctx);
    return runOnce(tx, { workspaceId, actorId, mutationId, procedure: "case.create" }, async () => {
      const now = ctx.app.now();
      await tx.case.create({ data: { id, workspaceId, title, summary, createdBy: actorId, createdAt: now } });
      const event = { kind: "case.created", subject: id, payload: { title, summary } } as const;
      await appendEvents(tx, { caseId: id, workspaceId, actorId, mutationId, at: now.toISOString() }, [event]);
      return { id };
    });
  });
}
