import { Prisma, runSql } from "@assay/db";
import type { Session } from "@assay/db";
import type { AssignmentKind } from "@assay/domain";

/** What somebody would leave behind in one case. */
export interface OpenWork {
  caseId: string;
  caseTitle: string;
  assignments: { id: string; kind: AssignmentKind; claimId: string | null; sourceId: string | null }[];
  /** Their tags that only they could go on with, where nobody else is at work on the cell. */
  tags: { tagId: string; claimId: string; sourceId: string }[];
}

/**
 * Assignments that have not ended, and tags in their author's hands: drafts, sent back, overturned or stale ones, on cells
 * where nobody else has a tag or an assignment to make one. Withdrawn claims, removed sources and archived cases play no
 * part. Of cells that are blind only assignments are told: who has begun one of them is nobody's business (B1).
 */
export async function findOpenWork(
  session: Session,
  workspaceId: string,
  userId: string,
  kinds: readonly AssignmentKind[],
): Promise<OpenWork[]> {
  const rows = await runSql<{ json: string }>(
    session,
    Prisma.sql`SELECT json_build_object('caseId', c.id, 'caseTitle', c.title,
        'assignments', ${assignmentsOf(userId, kinds)}, 'tags', ${tagsOf(userId, kinds)})::text AS json
      FROM cases c JOIN workspaces w0 ON w0.id = c.workspace_id
      WHERE c.workspace_id = ${workspaceId}::uuid AND c.archived_at IS NULL ORDER BY c.id`,
  );
  return rows
    .map(({ json }) => JSON.parse(json) as OpenWork)
    .filter(({ assignments, tags }) => assignments.length + tags.length > 0);
}

function assignmentsOf(userId: string, kinds: readonly AssignmentKind[]): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', n.id, 'kind', n.kind, 'claimId', n.claim_id,
      'sourceId', n.source_id) ORDER BY n.created_at, n.id), '[]')
    FROM assignments n LEFT JOIN claims k ON k.id = n.claim_id LEFT JOIN sources s ON s.id = n.source_id
    WHERE n.case_id = c.id AND n.assignee_id = ${userId} AND n.ended_at IS NULL AND k.withdrawn_at IS NULL
      AND s.removed_at IS NULL
      AND n.kind::text = ANY(${[...kinds]}::text[]))`;
}

function tagsOf(userId: string, kinds: readonly AssignmentKind[]): Prisma.Sql {
  if (!kinds.includes("tag")) return Prisma.sql`'[]'::json`;
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('tagId', t.id, 'claimId', t.claim_id,
      'sourceId', t.source_id) ORDER BY t.created_at, t.id), '[]')
    FROM tags t JOIN claims k ON k.id = t.claim_id AND k.withdrawn_at IS NULL
    JOIN sources s ON s.id = t.source_id AND s.removed_at IS NULL
    WHERE t.case_id = c.id AND t.author_id = ${userId}
      AND t.state IN ('draft', 'changes_requested', 'overturned', 'stale')
      AND (coalesce(((w0.policy || c.policy) ->> 'requiredTags')::int, 1) <= 1
        OR EXISTS (SELECT FROM cell_openings g WHERE g.claim_id = t.claim_id AND g.source_id = t.source_id))
      AND NOT EXISTS (SELECT FROM tags o WHERE o.claim_id = t.claim_id AND o.source_id = t.source_id
        AND o.author_id <> t.author_id AND o.state <> 'withdrawn')
      AND NOT EXISTS (SELECT FROM assignments n WHERE n.case_id = c.id AND n.kind = 'tag' AND n.ended_at IS NULL
        AND n.assignee_id <> t.author_id AND (n.claim_id IS NULL OR n.claim_id = t.claim_id)
        AND (n.source_id IS NULL OR n.source_id = t.source_id)))`;
}
