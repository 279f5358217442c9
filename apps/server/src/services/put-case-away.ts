import { DomainError } from "@assay/domain";
import type { CaseChange } from "@assay/domain";
import { readScoped } from "@assay/db";
import type { CaseContext, WorkspaceContext } from "../context.ts";
import { iso } from "./case-json.ts";
import { inCaseMutation } from "./in-case-mutation.ts";

interface MoveCase {
  mutationId: string;
}

/** Out of the desk's list and of everybody's work; it is read, and brought back, as before. */
export function putCaseAway(ctx: CaseContext, input: MoveCase): Promise<CaseChange> {
  return moveCase(ctx, input, true);
}

export function bringCaseBack(ctx: CaseContext, input: MoveCase): Promise<CaseChange> {
  return moveCase(ctx, input, false);
}

function moveCase(ctx: CaseContext, { mutationId }: MoveCase, away: boolean): Promise<CaseChange> {
  const procedure = away ? "case.putAway" : "case.bringBack";
  return inCaseMutation(ctx, { procedure, mutationId }, async ({ tx, at }) => {
    const where = { id: ctx.caseId };
    const known = await tx.case.findUniqueOrThrow({ where, select: { archivedAt: true } });
    if ((known.archivedAt !== null) === away) {
      throw new DomainError("REFUSED", away ? "This case is put away already." : "This case is in its list.", { rule: "T7" });
    }
    await tx.case.update({ where, data: { archivedAt: away ? at : null }, select: { id: true } });
    const kind = away ? "case.put_away" : "case.brought_back";
    return { events: [{ kind, subject: ctx.caseId, payload: {} }], touched: { archivedAt: true } };
  });
}

export interface CaseAway {
  id: string;
  title: string;
  archivedAt: string;
}

/** The last one that was put away first. */
export async function listCasesAway(ctx: WorkspaceContext): Promise<CaseAway[]> {
  return readScoped(
    ctx.app.db,
    ctx.scope,
    (queries) => queries.$queryRaw<CaseAway[]>`
      SELECT c.id::text, c.title, ${iso("c.archived_at")} AS "archivedAt" FROM cases c
      WHERE c.workspace_id = ${ctx.scope.workspaceId}::uuid AND c.archived_at IS NOT NULL
      ORDER BY c.archived_at DESC, c.id`,
  );
}
