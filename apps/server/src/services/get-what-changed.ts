import { Prisma, runSql, withScope } from "@assay/db";
import { whatChanged } from "@assay/domain";
import type { ClaimWording, RevisionRef, TagVersionView, WhatChanged } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { iso, tagVersionsJson } from "./case-json.ts";
import { findTag } from "./find-tag.ts";

interface Found {
  versions: TagVersionView[];
  wordings: ClaimWording[];
  revisions: RevisionRef[];
  approvedVersions: number[];
}

/** What made a tag stale, or stands between its approval and today (T6). */
export function getWhatChanged(ctx: CaseContext, tagId: string): Promise<WhatChanged> {
  return withScope(ctx.app.db, ctx.scope, async (_, session) => {
    const { tag } = await findTag({ session }, ctx.caseId, tagId);
    const [found] = await runSql<{ json: string }>(
      session,
      Prisma.sql`SELECT json_build_object('versions', ${tagVersionsJson(tagId)},
        'wordings', (SELECT json_agg(json_build_object('version', j.version, 'text', j.text, 'editedBy', j.edited_by,
          'createdAt', ${iso("j.created_at")}) ORDER BY j.version) FROM claim_versions j
          WHERE j.claim_id = ${tag.claimId}::uuid),
        'revisions', (SELECT json_agg(json_build_object('id', r.id, 'number', r.number, 'sha256', r.sha256,
          'createdAt', ${iso("r.created_at")}) ORDER BY r.number) FROM source_revisions r
          WHERE r.source_id = ${tag.sourceId}::uuid),
        'approvedVersions', (SELECT coalesce(json_agg(version), '[]') FROM (
          SELECT w.tag_version AS version FROM reviews w WHERE w.tag_id = ${tagId}::uuid AND w.decision = 'approve'
          UNION SELECT a.tag_version FROM adjudications a WHERE a.tag_id = ${tagId}::uuid AND a.outcome = 'uphold'
        ) AS approved))::text AS json`,
    );
    return whatChanged({ tag, ...(JSON.parse(found?.json ?? "") as Found) });
  });
}
