import { Prisma, withScope } from "@assay/db";
import type { Tx } from "@assay/db";
import { blindnessOf, seeChange, unsealed } from "@assay/domain";
import type { Blindness, CaseChange, CellRef, Seal } from "@assay/domain";
import type { CaseContext } from "../context.ts";

/** A stored answer as its person may see it (B1). Where nothing was ever blind there is nothing to look up. */
export async function seeAnswer<Answer extends CaseChange>(ctx: CaseContext, stored: Answer & Seal): Promise<Answer> {
  if (stored.sealedBefore === undefined) return stored;
  const blindness = await withScope(ctx.app.db, ctx.scope, (tx) => readBlindness(tx, ctx.caseId));
  const answer: Answer = unsealed(stored, ctx.person.id);
  return seeChange(answer, blindness, ctx.person.id);
}

/** Which cells of the case are blind at this moment. */
export async function readBlindness(tx: Tx, caseId: string): Promise<Blindness> {
  const [row] = await tx.$queryRaw<{ required: number; openings: CellRef[] | null }[]>(Prisma.sql`
    SELECT p.required, CASE WHEN p.required > 1 THEN (SELECT json_agg(json_build_object('claimId', g.claim_id,
      'sourceId', g.source_id)) FROM cell_openings g WHERE g.case_id = p.id) END AS openings
    FROM (SELECT c.id, coalesce(((w.policy || c.policy) ->> 'requiredTags')::int, 1) AS required
      FROM cases c JOIN workspaces w ON w.id = c.workspace_id WHERE c.id = ${caseId}::uuid) AS p`);
  return blindnessOf({ requiredTags: row?.required ?? 1 }, row?.openings ?? []);
}
