import { Prisma } from "@assay/db";
import { DEFAULT_POLICY } from "@assay/domain";
import { publicationJson } from "./publication-json.ts";

/**
 * The JSON of each kind of entry, once: the whole case and the answer to a mutation are made of the same pieces, so
 * that a value laid over a cached one by `applyChange` is the very value a fresh load would give.
 */

type Sql = Prisma.Sql;
const { sql, raw, empty } = Prisma;

/** ISO 8601 in UTC with milliseconds, as `Date.toISOString` writes it. */
export function iso(column: string): Sql {
  return raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
}

/** Limits a piece to some ids; without any, the whole case. */
function only(column: string, ids: readonly string[] | undefined): Sql {
  return ids === undefined ? empty : sql`AND ${raw(column)} = ANY(${ids}::uuid[])`;
}

export function caseHead(): Sql {
  return sql`'title', c.title, 'summary', c.summary, 'version', c.version`;
}

export function archivedAtJson(): Sql {
  return iso("c.archived_at");
}

export function peopleJson(): Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'role', m.role)
      ORDER BY u.name, u.id), '[]')
    FROM members m JOIN users u ON u.id = m.user_id WHERE m.workspace_id = c.workspace_id)`;
}

export function sourcesJson(ids?: readonly string[]): Sql {
  return sourcesWhere(sql`s.removed_at IS NULL ${only("s.id", ids)}`, empty);
}

export function removedSourcesJson(ids?: readonly string[]): Sql {
  const removal = sql`, 'removedAt', ${iso("s.removed_at")}, 'removedBy', s.removed_by, 'reason', s.removed_reason`;
  return sourcesWhere(sql`s.removed_at IS NOT NULL ${only("s.id", ids)}`, removal);
}

function sourcesWhere(which: Sql, more: Sql): Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('id', s.id, 'number', s.number, 'version', s.version,
      'title', s.title, 'publisher', s.publisher, 'author', s.author, 'url', s.url, 'publishedAt', s.published_at,
      'retrievedAt', s.retrieved_at, 'kind', s.kind, 'language', s.language,
      'independenceGroup', s.independence_group, 'createdBy', s.created_by, 'createdAt', ${iso("s.created_at")},
      'revision', r.revisions -> -1, 'revisions', r.revisions ${more}) ORDER BY s.number), '[]')
    FROM sources s
    JOIN LATERAL (SELECT json_agg(json_build_object('id', r.id, 'number', r.number, 'sha256', r.sha256,
        'length', r.length, 'completeness', r.completeness, 'originalName', r.original_name,
        'createdBy', r.created_by, 'createdAt', ${iso("r.created_at")}) ORDER BY r.number) AS revisions
      FROM source_revisions r WHERE r.source_id = s.id) r ON true
    WHERE s.case_id = c.id AND ${which})`;
}

/** An object of these fields, and of where it came from for those that came from a suggestion alone. */
function withOrigin(suggestion: string, fields: Sql): Sql {
  return sql`CASE WHEN ${raw(suggestion)} IS NULL THEN json_build_object(${fields})
    ELSE json_build_object(${fields}, 'suggestion', ${raw(suggestion)}) END`;
}

export function claimsJson(ids?: readonly string[]): Sql {
  const fields = sql`'id', k.id, 'number', k.number, 'version', k.version,
      'text', k.text, 'type', k.type, 'claimant', k.claimant, 'parentId', k.parent_id,
      'withdrawn', k.withdrawn_at IS NOT NULL, 'createdBy', k.created_by, 'createdAt', ${iso("k.created_at")},
      'updatedAt', ${iso("k.updated_at")}`;
  return sql`(SELECT coalesce(json_agg(${withOrigin("k.suggestion", fields)} ORDER BY k.number), '[]')
    FROM claims k WHERE k.case_id = c.id ${only("k.id", ids)})`;
}

/** Passages, over their rows `e`; where one stood that is lost is told of those alone. */
function passagesJson(): Sql {
  const passage = sql`'id', e.id, 'role', e.role, 'start', e.start, 'end', e."end", 'exact', e.exact,
    'prefix', e.prefix, 'suffix', e.suffix, 'state', e.state`;
  return sql`json_agg(CASE WHEN e.stood_in IS NULL THEN json_build_object(${passage})
    ELSE json_build_object(${passage}, 'stoodIn', e.stood_in) END ORDER BY e.position)`;
}

/** Evidence of one TagVersion as it was written; `version` is the SQL name of a row of tag_versions. */
export function evidenceJson(version: string): Sql {
  return sql`coalesce((SELECT ${passagesJson()} FROM evidence e
    WHERE e.tag_id = ${raw(version)}.tag_id AND e.tag_version = ${raw(version)}.version), '[]'::json)`;
}

/** The revision on which a tag stands now, over its row `t` and `v`, its current version. */
export function standsOnJson(): Sql {
  return sql`coalesce(t.carried_to, v.revision_id)`;
}

/** Evidence of a tag where it is in that revision (T6, X4). */
export function standingEvidenceJson(): Sql {
  return sql`CASE WHEN t.carried_to IS NULL THEN ${evidenceJson("v")} ELSE coalesce((SELECT ${passagesJson()}
    FROM carried_evidence e WHERE e.tag_id = t.id AND e.tag_version = t.version AND e.revision_id = t.carried_to),
    '[]'::json) END`;
}

/** One tag over the rows `t` of tags and `v` of tag_versions, its current one. */
export function tagJson(outline = false): Sql {
  const rationale = outline ? sql`''` : sql`v.rationale`;
  const evidence = outline ? sql`'[]'::json` : standingEvidenceJson();
  const fields = sql`'id', t.id, 'claimId', t.claim_id, 'sourceId', t.source_id,
      'revisionId', ${standsOnJson()}, 'authorId', t.author_id, 'state', t.state, 'version', t.version,
      'claimVersion', v.claim_version, 'stateReason', t.state_reason, 'postReveal', v.post_reveal, 'stance', v.stance, 'attributed', v.attributed,
      'confidence', v.confidence, 'rationale', ${rationale}, 'attestation', v.attestation, 'evidence', ${evidence},
      'createdAt', ${iso("t.created_at")}, 'versionAt', ${iso("v.created_at")}, 'updatedAt', ${iso("t.updated_at")}`;
  return withOrigin("v.suggestion", fields);
}

/**
 * Tags at their current version. An outline leaves out words and passages: enough for states, stances and counts.
 */
export function tagsJson(ids?: readonly string[], outline = false): Sql {
  return sql`(SELECT coalesce(json_agg(${tagJson(outline)} ORDER BY t.created_at, t.id), '[]')
    FROM tags t JOIN tag_versions v ON v.tag_id = t.id AND v.version = t.version
    WHERE t.case_id = c.id ${only("t.id", ids)})`;
}

export function reviewsJson(ids?: readonly string[]): Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('id', w.id, 'tagId', w.tag_id, 'tagVersion', w.tag_version,
      'reviewerId', w.reviewer_id, 'decision', w.decision, 'reason', w.reason, 'proposedStance', w.proposed_stance,
      'createdAt', ${iso("w.created_at")}) ORDER BY w.created_at, w.id), '[]')
    FROM reviews w JOIN tags t ON t.id = w.tag_id WHERE t.case_id = c.id ${only("w.id", ids)})`;
}

export function adjudicationsJson(ids?: readonly string[]): Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('id', a.id, 'tagId', a.tag_id, 'tagVersion', a.tag_version,
      'adjudicatorId', a.adjudicator_id, 'outcome', a.outcome, 'stance', a.stance, 'cause', a.cause, 'note', a.note,
      'createdAt', ${iso("a.created_at")}) ORDER BY a.created_at, a.id), '[]')
    FROM adjudications a JOIN tags t ON t.id = a.tag_id WHERE t.case_id = c.id ${only("a.id", ids)})`;
}

/** Lifted overrides are history: they stand in the log. */
export function overridesJson(ids?: readonly string[]): Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('id', o.id, 'claimId', o.claim_id, 'verdict', o.verdict,
      'reason', o.reason, 'authorId', o.author_id, 'ruleVersion', o.rule_version,
      'createdAt', ${iso("o.created_at")}) ORDER BY o.created_at, o.id), '[]')
    FROM verdict_overrides o JOIN claims k ON k.id = o.claim_id
    WHERE k.case_id = c.id AND o.lifted_at IS NULL ${only("o.id", ids)})`;
}

export function tagVersionsJson(tagId: string): Sql {
  const fields = sql`'version', v.version, 'claimVersion', v.claim_version,
      'revisionId', v.revision_id, 'postReveal', v.post_reveal, 'stance', v.stance, 'attributed', v.attributed,
      'confidence', v.confidence, 'rationale', v.rationale, 'attestation', v.attestation, 'evidence', ${evidenceJson("v")},
      'createdAt', ${iso("v.created_at")}`;
  return sql`(SELECT coalesce(json_agg(${withOrigin("v.suggestion", fields)} ORDER BY v.version), '[]')
    FROM tag_versions v WHERE v.tag_id = ${tagId}::uuid)`;
}

export function policyJson(): Sql {
  return sql`(w0.policy || c.policy)`;
}

/** Both policies of a case, complete, over its row `c` alone. */
export function policiesJson(): Sql {
  return sql`'policy', (SELECT ${JSON.stringify(DEFAULT_POLICY)}::jsonb || w.policy || c.policy FROM workspaces w
    WHERE w.id = c.workspace_id), 'ownPolicy', c.policy`;
}

export function openingsJson(): Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('claimId', g.claim_id, 'sourceId', g.source_id,
      'openedAt', ${iso("g.opened_at")}) ORDER BY g.opened_at, g.claim_id, g.source_id), '[]')
    FROM cell_openings g WHERE g.case_id = c.id)`;
}

export function assignmentsJson(ids?: readonly string[]): Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('id', n.id, 'kind', n.kind, 'assigneeId', n.assignee_id,
      'claimId', n.claim_id, 'sourceId', n.source_id, 'dueOn', n.due_on, 'note', n.note, 'version', n.version,
      'createdBy', n.created_by, 'createdAt', ${iso("n.created_at")}) ORDER BY n.created_at, n.id), '[]')
    FROM assignments n WHERE n.case_id = c.id AND n.ended_at IS NULL ${only("n.id", ids)})`;
}

export function threadsJson(ids?: readonly string[]): Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('id', h.id, 'subject', h.subject, 'claimId', h.claim_id,
      'tagId', h.tag_id, 'passage', CASE WHEN h.revision_id IS NULL THEN NULL ELSE json_build_object(
        'sourceId', h.source_id, 'revisionId', h.revision_id, 'start', h.start, 'end', h."end", 'exact', h.exact) END,
      'resolved', CASE WHEN h.resolved_at IS NULL THEN NULL ELSE json_build_object(
        'by', h.resolved_by, 'at', ${iso("h.resolved_at")}, 'reason', h.resolve_reason) END,
      'version', h.version, 'createdBy', h.created_by, 'createdAt', ${iso("h.created_at")},
      'updatedAt', ${iso("h.updated_at")},
      'comments', (SELECT coalesce(json_agg(json_build_object('id', m.id, 'authorId', m.author_id, 'text', m.text,
          'mentions', m.mentions, 'version', m.version, 'withdrawn', m.withdrawn_at IS NOT NULL,
          'createdAt', ${iso("m.created_at")}, 'updatedAt', ${iso("m.updated_at")}) ORDER BY m.created_at, m.id), '[]')
        FROM comments m WHERE m.thread_id = h.id)) ORDER BY h.created_at, h.id), '[]')
    FROM threads h WHERE h.case_id = c.id ${only("h.id", ids)})`;
}

/**
 * A whole case, with all that hangs on removed sources (see withoutRemoved), as one JSON object over the row `c` of cases
 * and `w0` of workspaces.
 */
export function caseJson(outline = false): Sql {
  return sql`json_build_object('id', c.id, 'workspaceId', c.workspace_id, 'workspaceName', w0.name, ${caseHead()},
    'createdAt', ${iso("c.created_at")}, 'archivedAt', ${archivedAtJson()}, 'lastEvent', c.last_event, 'lastHash', c.last_hash,
    'policy', ${policyJson()}, 'ownPolicy', c.policy,
    'people', ${peopleJson()}, 'sources', ${sourcesJson()}, 'removedSources', ${removedSourcesJson()}, 'claims', ${claimsJson()},
    'tags', ${tagsJson(undefined, outline)}, 'reviews', ${outline ? sql`'[]'::json` : reviewsJson()},
    'adjudications', ${adjudicationsJson()}, 'overrides', ${overridesJson()},
    'openings', ${openingsJson()}, 'assignments', ${assignmentsJson()},
    'threads', ${outline ? sql`'[]'::json` : threadsJson()}, ${publicationJson()})`;
}
