import { readScoped } from "@assay/db";
import type { Stance } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { policyJson } from "./case-json.ts";

/** One annotator's stance on one cell, as a rating of it. */
export interface CellRating {
  tagId: string;
  claimId: string;
  sourceId: string;
  annotatorId: string;
  stance: Stance;
  /** Given while the cell was blind: nobody else's tag could have led to it. */
  independent: boolean;
}

/**
 * What annotators said of the same cells. Where a cell was blind, each tag counts as it stood when the cell opened: what
 * was changed after the reveal is no longer an independent judgement (B3). Elsewhere a tag counts as it stands, once it
 * has been submitted. Cells that are still blind say nothing to anybody (B1), and withdrawn claims play no part.
 */
export async function listRatings(ctx: CaseContext): Promise<CellRating[]> {
  return readScoped(
    ctx.app.db,
    ctx.scope,
    (queries) => queries.$queryRaw<CellRating[]>`
      SELECT DISTINCT ON (t.id) t.id::text AS "tagId", t.claim_id::text AS "claimId", t.source_id::text AS "sourceId",
        t.author_id AS "annotatorId", v.stance::text AS stance, blind.at IS NOT NULL AS independent
      FROM tags t
      JOIN cases c ON c.id = t.case_id
      JOIN workspaces w0 ON w0.id = c.workspace_id
      JOIN claims k ON k.id = t.claim_id AND k.withdrawn_at IS NULL
      LEFT JOIN cell_openings g ON g.claim_id = t.claim_id AND g.source_id = t.source_id
      LEFT JOIN LATERAL (SELECT max(e.at) AS at FROM case_events e WHERE e.case_id = t.case_id AND e.at <= g.opened_at
        AND e.kind IN ('tag.submitted', 'tag.reaffirmed') AND e.subject = t.id::text) blind ON true
      JOIN tag_versions v ON v.tag_id = t.id
        AND CASE WHEN blind.at IS NULL THEN v.version = t.version ELSE v.created_at <= blind.at END
      WHERE t.case_id = ${ctx.caseId}::uuid AND (coalesce((${policyJson()} ->> 'requiredTags')::int, 1) = 1
          OR g.claim_id IS NOT NULL)
        AND (blind.at IS NOT NULL OR t.state NOT IN ('draft', 'withdrawn'))
      ORDER BY t.id, v.version DESC`,
  );
}
