import { Prisma, runSql, withScope } from "@assay/db";
import type { AdjudicationOutcome, CauseCode, Stance } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { findTag } from "./find-tag.ts";

/** An earlier adjudication of a claim like this one (A4). */
export interface Precedent {
  adjudicationId: string;
  caseId: string;
  caseTitle: string;
  claimId: string;
  claimNumber: number;
  /** The wording that was judged then. */
  claimText: string;
  sourceId: string;
  sourceName: string;
  tagId: string;
  /** What the adjudicated tag said. */
  stance: Stance;
  /** What stood afterwards; null where nothing did. */
  ruled: Stance | null;
  /** Every stance that people put forward for the cell: tags' and challenges'. */
  stances: Stance[];
  outcome: AdjudicationOutcome;
  cause: CauseCode;
  note: string;
  adjudicatorName: string;
  createdAt: string;
  /** How alike, for nothing but the order. */
  rank: number;
}

const MOST = 20;

/**
 * Adjudications of the workspace whose claim, note or rationale shares words with this tag's claim, or with the words
 * asked for (`"a phrase"`, `or` and `-` work). The best first. Nothing of a cell that is blind, in any case (B1).
 */
export function findPrecedents(ctx: CaseContext, { tagId, query }: { tagId: string; query: string }): Promise<Precedent[]> {
  return withScope(ctx.app.db, ctx.scope, async (_, session) => {
    const { tag, claim } = await findTag({ session }, ctx.caseId, tagId);
    return runSql<Precedent>(session, precedentsSql(ctx, tag, { query, claimText: claim.text }));
  });
}

/**
 * Prose and query pass the same dictionary. It stems English and leaves other languages' words whole, which finds names
 * and numbers in all of them. The words of a claim are alternatives, not conditions: a claim is like another by some.
 */
function precedentsSql(
  ctx: CaseContext,
  cell: { claimId: string; sourceId: string },
  { query, claimText }: { query: string; claimText: string },
): Prisma.Sql {
  return Prisma.sql`WITH asked AS (
      SELECT CASE WHEN ${query} <> '' THEN websearch_to_tsquery('english', ${query}) ELSE (
        SELECT string_agg(quote_literal(word), ' | ')::tsquery
        FROM unnest(tsvector_to_array(to_tsvector('english', ${claimText}))) AS word) END AS words
    ), told AS (
      SELECT a.*, t.claim_id, t.source_id, t.case_id, v.stance AS judged, kv.text, setweight(to_tsvector('english', kv.text), 'A')
        || setweight(to_tsvector('english', a.note), 'B') || setweight(to_tsvector('english', v.rationale), 'D') AS said
      FROM adjudications a
      JOIN tags t ON t.id = a.tag_id
      JOIN tag_versions v ON v.tag_id = a.tag_id AND v.version = a.tag_version
      JOIN claim_versions kv ON kv.claim_id = t.claim_id AND kv.version = v.claim_version
      WHERE a.workspace_id = ${ctx.scope.workspaceId}::uuid
        AND NOT (t.claim_id = ${cell.claimId}::uuid AND t.source_id = ${cell.sourceId}::uuid)
    )
    SELECT p.id::text AS "adjudicationId", p.case_id::text AS "caseId", c.title AS "caseTitle",
      p.claim_id::text AS "claimId", k.number AS "claimNumber", p.text AS "claimText", p.source_id::text AS "sourceId",
      coalesce(nullif(btrim(s.publisher), ''), nullif(btrim(s.title), ''), 'Source ' || s.number) AS "sourceName",
      p.tag_id::text AS "tagId", p.judged::text AS stance,
      CASE p.outcome WHEN 'uphold' THEN p.judged WHEN 'overturn' THEN p.stance END::text AS ruled,
      ARRAY(SELECT DISTINCT put.stance::text FROM (
          SELECT ov.stance FROM tags o JOIN tag_versions ov ON ov.tag_id = o.id AND ov.version = o.version
          WHERE o.claim_id = p.claim_id AND o.source_id = p.source_id AND o.state NOT IN ('draft', 'withdrawn')
          UNION ALL SELECT w.proposed_stance FROM reviews w WHERE w.tag_id = p.tag_id AND w.proposed_stance IS NOT NULL
          UNION ALL SELECT p.judged) AS put ORDER BY 1) AS stances,
      p.outcome::text AS outcome, p.cause::text AS cause, p.note, u.name AS "adjudicatorName",
      to_char(p.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt",
      ts_rank(p.said, asked.words)::float8 AS rank
    FROM told p
    JOIN asked ON p.said @@ asked.words
    JOIN claims k ON k.id = p.claim_id
    JOIN sources s ON s.id = p.source_id AND s.removed_at IS NULL
    JOIN cases c ON c.id = p.case_id
    JOIN workspaces w0 ON w0.id = c.workspace_id
    JOIN users u ON u.id = p.adjudicator_id
    WHERE coalesce(((w0.policy || c.policy) ->> 'requiredTags')::int, 1) <= 1
      OR EXISTS (SELECT FROM cell_openings g WHERE g.claim_id = p.claim_id AND g.source_id = p.source_id)
    ORDER BY rank DESC, p.created_at DESC, p.id LIMIT ${MOST}`;
}
