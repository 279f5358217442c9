import { Prisma, runSql } from "@assay/db";
import type { Evidence } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { Work } from "./in-case-mutation.ts";

export interface CarriedRow {
  tagId: string;
  version: number;
  evidence: readonly Evidence[];
}

/**
 * Notes where the tags of a source are in its new revision. What their versions say stays untouched (T1), and so does
 * the time of their last touch: a ruling overrules what was touched before it (B4), and nobody touched these.
 */
export async function writeCarried(
  ctx: CaseContext,
  { session }: Work,
  revisionId: string,
  tags: readonly CarriedRow[],
): Promise<void> {
  if (tags.length === 0) return;
  const rows = tags.flatMap(({ tagId, version, evidence }) =>
    evidence.map((passage, position) => ({ ...passage, tagId, version, position })),
  );
  const ids = tags.map(({ tagId }) => tagId);
  await runSql(
    session,
    Prisma.sql`WITH carried AS (
        UPDATE tags SET carried_to = ${revisionId}::uuid WHERE id = ANY(${ids}::uuid[])
      )
      INSERT INTO carried_evidence (tag_id, tag_version, revision_id, id, workspace_id, position, role, start, "end",
        exact, prefix, suffix, state, stood_in)
      SELECT "tagId", version, ${revisionId}::uuid, id, ${ctx.scope.workspaceId}::uuid, position, role, start, "end",
        exact, prefix, suffix, state, "stoodIn"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS passage ("tagId" uuid, version int, id uuid,
        position int, role evidence_role, start int, "end" int, exact text, prefix text, suffix text,
        state anchor_state, "stoodIn" uuid)`,
  );
}
