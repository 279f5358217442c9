/** The peer: one hand-written query over the driver alone, no scope, no policies, no formatting of dates. */
export const RAW_QUERY = `
  SELECT json_build_object(
    'case', (SELECT to_json(c) FROM cases c WHERE c.id = $1),
    'people', (SELECT json_agg(json_build_object('id', u.id, 'name', u.name, 'role', m.role))
       FROM members m JOIN users u ON u.id = m.user_id JOIN cases c ON c.workspace_id = m.workspace_id WHERE c.id = $1),
    'sources', (SELECT json_agg(json_build_object('id', s.id, 'number', s.number, 'version', s.version, 'title', s.title,
         'publisher', s.publisher, 'author', s.author, 'url', s.url, 'publishedAt', s.published_at,
         'retrievedAt', s.retrieved_at, 'kind', s.kind, 'language', s.language, 'group', s.independence_group,
         'createdBy', s.created_by, 'createdAt', s.created_at, 'revision', r.id, 'revisionNumber', r.number,
         'sha256', r.sha256, 'length', r.length, 'completeness', r.completeness, 'originalName', r.original_name))
       FROM sources s JOIN source_revisions r ON r.source_id = s.id WHERE s.case_id = $1),
    'claims', (SELECT json_agg(json_build_object('id', k.id, 'number', k.number, 'version', k.version, 'text', k.text,
         'type', k.type, 'claimant', k.claimant, 'parentId', k.parent_id, 'withdrawnAt', k.withdrawn_at,
         'createdBy', k.created_by, 'createdAt', k.created_at, 'updatedAt', k.updated_at) ORDER BY k.number)
       FROM claims k WHERE k.case_id = $1),
    'tags', (SELECT json_agg(json_build_object('id', t.id, 'claimId', t.claim_id, 'sourceId', t.source_id,
         'authorId', t.author_id, 'state', t.state, 'version', t.version, 'stateReason', t.state_reason,
         'createdAt', t.created_at, 'updatedAt', t.updated_at, 'revisionId', v.revision_id,
         'claimVersion', v.claim_version, 'stance', v.stance, 'attributed', v.attributed, 'confidence', v.confidence,
         'rationale', v.rationale, 'attestation', v.attestation,
         'evidence', (SELECT json_agg(json_build_object('id', e.id, 'role', e.role, 'start', e.start, 'end', e."end",
             'exact', e.exact, 'prefix', e.prefix, 'suffix', e.suffix, 'state', e.state) ORDER BY e.position)
           FROM evidence e WHERE e.tag_id = t.id AND e.tag_version = t.version)))
       FROM tags t JOIN tag_versions v ON v.tag_id = t.id AND v.version = t.version WHERE t.case_id = $1),
    'reviews', (SELECT json_agg(json_build_object('id', w.id, 'tagId', w.tag_id, 'tagVersion', w.tag_version,
         'reviewerId', w.reviewer_id, 'decision', w.decision, 'reason', w.reason, 'proposedStance', w.proposed_stance,
         'createdAt', w.created_at)) FROM reviews w JOIN tags t ON t.id = w.tag_id WHERE t.case_id = $1),
    'adjudications', (SELECT json_agg(json_build_object('id', a.id, 'tagId', a.tag_id, 'outcome', a.outcome,
         'stance', a.stance, 'cause', a.cause, 'note', a.note)) FROM adjudications a JOIN tags t ON t.id = a.tag_id
       WHERE t.case_id = $1),
    'overrides', (SELECT json_agg(json_build_object('id', o.id, 'claimId', o.claim_id, 'verdict', o.verdict,
         'reason', o.reason)) FROM verdict_overrides o JOIN claims k ON k.id = o.claim_id
       WHERE k.case_id = $1 AND o.lifted_at IS NULL)
  )::text AS json`;
