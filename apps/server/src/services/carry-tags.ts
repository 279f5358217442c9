import { randomUUID } from "node:crypto";
import { Prisma, runSql } from "@assay/db";
import type { NewEvent } from "@assay/db";
import type { TagView } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { Work } from "./in-case-mutation.ts";
import { standsOnJson, tagJson } from "./case-json.ts";
import { contentPayload } from "./write-tag-version.ts";

/**
 * What annotators said of a claim, as drafts of theirs on each of the claims it was split into, so that nobody's work
 * is lost. Drafts, because the words are new: each author decides what still holds. A "missing" keeps the terms that
 * were tried, but whether the text was read for the narrower claim has to be said anew (S3).
 */
export async function carryTags(
  ctx: CaseContext,
  { session, at }: Work,
  claimId: string,
  children: readonly { id: string }[],
): Promise<NewEvent[]> {
  const { workspaceId } = ctx.scope;
  const rows = await runSql<{ tag: TagView }>(
    session,
    Prisma.sql`SELECT ${tagJson()} AS tag FROM tags t
      JOIN tag_versions v ON v.tag_id = t.id AND v.version = t.version
      JOIN members m ON m.workspace_id = t.workspace_id AND m.user_id = t.author_id AND m.left_at IS NULL
        AND m.role <> 'viewer'
      WHERE t.case_id = ${ctx.caseId}::uuid AND t.claim_id = ${claimId}::uuid AND t.state <> 'withdrawn'
      ORDER BY t.created_at, t.id`,
  );
  const drafts = children.flatMap((child) => rows.map(({ tag }) => ({ id: randomUUID(), claimId: child.id, tag })));
  if (drafts.length === 0) return [];
  const passage = Prisma.sql`e.id, e.position, e.role, e.start, e."end", e.exact, e.prefix, e.suffix, e.state,
    e.stood_in`;
  const copies = JSON.stringify(drafts.map(({ id, claimId: to, tag }) => ({ id, to, from: tag.id })));
  await runSql(
    session,
    Prisma.sql`WITH copies AS (
        SELECT * FROM jsonb_to_recordset(${copies}::jsonb) AS copy (id uuid, "to" uuid, "from" uuid)
      ), drafted AS (
        INSERT INTO tags (id, workspace_id, case_id, claim_id, source_id, author_id, state, created_at, updated_at)
        SELECT copies.id, ${workspaceId}::uuid, ${ctx.caseId}::uuid, copies."to", t.source_id, t.author_id, 'draft',
          ${at}, ${at}
        FROM copies JOIN tags t ON t.id = copies."from"
      ), versions AS (
        INSERT INTO tag_versions (tag_id, version, workspace_id, revision_id, claim_version, stance, attributed,
          confidence, rationale, attestation, suggestion, created_at)
        SELECT copies.id, 1, ${workspaceId}::uuid, ${standsOnJson()}, 1, v.stance, v.attributed, v.confidence, v.rationale,
          CASE WHEN jsonb_typeof(v.attestation) = 'object' THEN v.attestation || '{"readInFull": false}' END, v.suggestion, ${at}
        FROM copies JOIN tags t ON t.id = copies."from"
        JOIN tag_versions v ON v.tag_id = t.id AND v.version = t.version
      )
      INSERT INTO evidence (id, workspace_id, tag_id, tag_version, position, role, start, "end", exact, prefix, suffix,
        state, stood_in)
      SELECT e.id, ${workspaceId}::uuid, copies.id, 1, e.position, e.role, e.start, e."end", e.exact, e.prefix, e.suffix,
        e.state, e.stood_in
      FROM copies JOIN tags t ON t.id = copies."from"
      JOIN LATERAL (
        SELECT ${passage} FROM evidence e
        WHERE t.carried_to IS NULL AND e.tag_id = t.id AND e.tag_version = t.version
        UNION ALL SELECT ${passage} FROM carried_evidence e
        WHERE e.tag_id = t.id AND e.tag_version = t.version AND e.revision_id = t.carried_to
      ) e ON true`,
  );
  return drafts.map(({ id, claimId: to, tag }) => {
    const { sourceId, revisionId, authorId, version } = tag;
    const attestation = tag.attestation === null ? null : { ...tag.attestation, readInFull: false };
    const place = { claimId: to, sourceId, revisionId, authorId, claimVersion: 1, version: 1, to: "draft" };
    const carriedFrom = { tagId: tag.id, version };
    const payload = { ...place, carriedFrom, ...contentPayload({ ...tag, attestation }) };
    return { kind: "tag.created", subject: id, payload };
  });
}
