import { Prisma, runSql } from "@assay/db";
import type { NewEvent } from "@assay/db";
import type { Policy } from "@assay/domain";
import { NOTHING_OPENED, openRipeCells } from "./open-cells.ts";
import type { CellWork, Opened } from "./open-cells.ts";

export interface PolicyChange {
  before: Policy;
  after: Policy;
  /** Whose policy was changed. */
  of: "workspace" | "case";
}

/**
 * What another policy, stored already, does to a case: its event, and what becomes of cells. A higher number of tags
 * hides nothing that people have seen already; with a lower one the cells that now have enough open.
 */
export async function applyPolicy(work: CellWork, change: PolicyChange): Promise<Opened> {
  const { before, after, of } = change;
  const event: NewEvent = { kind: "policy.changed", subject: work.caseId, payload: { of, before, after } };
  if (before.requiredTags === 1 && after.requiredTags > 1) await keepSeenCellsOpen(work);
  const isLower = after.requiredTags < before.requiredTags;
  const { events, touched } = isLower ? await openRipeCells(work, "lowered") : NOTHING_OPENED;
  return { events: [event, ...events], touched };
}

/**
 * Cells in which something was ever submitted, before they could be blind, stay open, as if they had opened with their
 * first tag: nothing in them was given blindly, and nothing in them comes after a reveal. A mere draft does not count.
 */
async function keepSeenCellsOpen({ session, caseId, workspaceId }: CellWork): Promise<void> {
  await runSql(
    session,
    Prisma.sql`INSERT INTO cell_openings (claim_id, source_id, workspace_id, case_id, opened_at)
      SELECT t.claim_id, t.source_id, ${workspaceId}::uuid, ${caseId}::uuid, min(t.created_at)
      FROM tags t WHERE t.case_id = ${caseId}::uuid
      GROUP BY t.claim_id, t.source_id
      HAVING bool_or(t.state NOT IN ('draft', 'withdrawn')
        OR EXISTS (SELECT FROM reviews w WHERE w.tag_id = t.id)
        OR EXISTS (SELECT FROM case_events e WHERE e.case_id = t.case_id AND e.subject = t.id::text
          AND e.kind = 'tag.submitted'))
      ON CONFLICT DO NOTHING`,
  );
}
