import { Prisma, runSql } from "@assay/db";
import { isLostState } from "@assay/domain";
import type { SuggestionOrigin, TagContent } from "@assay/domain";
import type { Work } from "./in-case-mutation.ts";

export interface NewTagVersion {
  tagId: string;
  version: number;
  workspaceId: string;
  revisionId: string;
  claimVersion: number;
  content: TagContent;
  /** Where its author began; without one, where they began with the version before it. */
  suggestion?: SuggestionOrigin | undefined;
  /** It says something else than the version before it. */
  edited: boolean;
}

/**
 * Freezes what a tag says now (T1). A passage that earlier versions have too keeps its id. B3: it comes after the reveal where
 * the cell was blind first and has opened; one that was open from its first tag on never was. One statement.
 */
export async function writeTagVersion({ session, at }: Work, written: NewTagVersion): Promise<void> {
  const { tagId, version, workspaceId, revisionId, claimVersion, content, suggestion, edited } = written;
  const origin = suggestion === undefined ? null : JSON.stringify(suggestion);
  const later = JSON.stringify(edited ? { edited } : {});
  const { stance, attributed, confidence, rationale } = content;
  const attestation = content.attestation === null ? null : JSON.stringify(content.attestation);
  const passages = JSON.stringify(content.evidence.map((one, position) => ({ ...one, position })));
  await runSql(
    session,
    Prisma.sql`WITH frozen AS (
        INSERT INTO tag_versions (tag_id, version, workspace_id, revision_id, claim_version, stance, attributed,
          confidence, rationale, attestation, suggestion, post_reveal, created_at)
        VALUES (${tagId}::uuid, ${version}, ${workspaceId}::uuid, ${revisionId}::uuid, ${claimVersion},
          ${stance}::stance, ${attributed}, ${confidence}::confidence, ${rationale}, ${attestation}::jsonb,
          coalesce(${origin}::jsonb, (SELECT p.suggestion || ${later}::jsonb FROM tag_versions p
            WHERE p.tag_id = ${tagId}::uuid AND p.version = ${version}::int - 1)),
          EXISTS (SELECT FROM tags t
            JOIN cell_openings g ON g.claim_id = t.claim_id AND g.source_id = t.source_id
            JOIN tags o ON o.claim_id = t.claim_id AND o.source_id = t.source_id
            WHERE t.id = ${tagId}::uuid AND o.created_at < g.opened_at), ${at})
      )
      INSERT INTO evidence (id, workspace_id, tag_id, tag_version, position, role, start, "end", exact, prefix, suffix,
        state, stood_in)
      SELECT id, ${workspaceId}::uuid, ${tagId}::uuid, ${version}, position, role, start, "end", exact, prefix, suffix,
        state, "stoodIn"
      FROM jsonb_to_recordset(${passages}::jsonb) AS passage (id uuid, position int, role evidence_role, start int,
        "end" int, exact text, prefix text, suffix text, state anchor_state, "stoodIn" uuid)`,
  );
}

/** What an event tells of a content: everything, so that the log alone can prove what was judged (E2). */
export function contentPayload(content: TagContent): Record<string, unknown> {
  const { stance, attributed, confidence, rationale, evidence, attestation } = content;
  const passages = evidence.map(({ role, start, end, exact, state }) => {
    return { role, start, end, exact, ...(isLostState(state) ? { state } : {}) };
  });
  return { stance, attributed, confidence, rationale, evidence: passages, attestation };
}
