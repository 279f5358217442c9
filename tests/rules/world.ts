import type { AnchorState, CaseEvent, Completeness, Policy, ReviewDecision, Role, Stance, TagState } from "@assay/domain";
import type pg from "pg";

/** What is stored of one case, read past row-level security and past every service: the rules are judged on this. */
export interface World {
  policy: Partial<Policy>;
  members: { userId: string; role: Role; left: boolean }[];
  claims: { id: string; version: number; withdrawn: boolean; parentId: string | null }[];
  claimVersions: { claimId: string; version: number; text: string; createdAt: string }[];
  /** Verdicts set by hand and ratings of claims that stand. */
  decided: { claimId: string; what: "verdict" | "rating"; at: string }[];
  tags: StoredTag[];
  versions: StoredVersion[];
  reviews: StoredReview[];
  adjudications: StoredAdjudication[];
  /** Of each source the newest. */
  revisions: { id: string; sourceId: string; sha256: string; text: string; completeness: Completeness; createdAt: string }[];
  /** Where the passages of versions are in later revisions. */
  carried: StoredPassage[];
  openings: { claimId: string; sourceId: string; openedAt: string }[];
  events: CaseEvent[];
}

export interface StoredTag {
  id: string;
  claimId: string;
  sourceId: string;
  authorId: string;
  state: TagState;
  version: number;
  carriedTo: string | null;
  createdAt: string;
}

export interface StoredPassage {
  tagId: string;
  version: number;
  revisionId: string;
  start: number;
  end: number;
  exact: string;
  state: AnchorState;
}

export interface StoredVersion {
  tagId: string;
  version: number;
  claimVersion: number;
  revisionId: string;
  stance: Stance;
  rationale: string;
  postReveal: boolean;
  createdAt: string;
  attestation: { revisionSha256: string; readInFull: boolean; searchTerms: string[] } | null;
 
  evidence: { start: number; end: number; exact: string; state: AnchorState }[];
  text: string;
}

export interface StoredReview {
  id: string;
  tagId: string;
  tagVersion: number;
  reviewerId: string;
  decision: ReviewDecision;
  reason: string;
  at: string;
}

export interface StoredAdjudication {
  id: string;
  tagId: string;
  tagVersion: number;
  adjudicatorId: string;
  outcome: "uphold" | "overturn" | "split_claim" | "insufficient";
  stance: Stance | null;
  at: string;
}

const QUERY = `
  SELECT json_build_object(
    'policy', w.policy || c.policy,
    'members', (SELECT json_agg(json_build_object('userId', user_id, 'role', role, 'left', left_at IS NOT NULL)
      ORDER BY user_id) FROM members WHERE workspace_id = w.id),
    'claims', (SELECT coalesce(json_agg(json_build_object('id', id, 'version', version, 'parentId', parent_id,
      'withdrawn', withdrawn_at IS NOT NULL) ORDER BY number), '[]') FROM claims WHERE case_id = c.id),
    'claimVersions', (SELECT coalesce(json_agg(json_build_object('claimId', v.claim_id, 'version', v.version,
      'text', v.text, 'createdAt', v.created_at) ORDER BY k.number, v.version), '[]')
      FROM claim_versions v JOIN claims k ON k.id = v.claim_id WHERE k.case_id = c.id),
    'decided', (SELECT coalesce(json_agg(json_build_object('claimId', d.claim_id, 'what', d.what, 'at', d.at)
      ORDER BY d.at), '[]') FROM (
        SELECT o.claim_id, 'verdict' AS what, o.created_at AS at FROM verdict_overrides o
        JOIN claims k ON k.id = o.claim_id WHERE k.case_id = c.id AND o.lifted_at IS NULL
        UNION ALL SELECT q.claim_id, 'rating', q.updated_at FROM ratings q
        WHERE q.case_id = c.id AND q.claim_id IS NOT NULL AND q.entry_id IS NOT NULL) d),
    'tags', (SELECT coalesce(json_agg(json_build_object('id', id, 'claimId', claim_id, 'sourceId', source_id,
      'authorId', author_id, 'state', state, 'version', version, 'carriedTo', carried_to,
      'createdAt', created_at) ORDER BY created_at, id), '[]')
      FROM tags WHERE case_id = c.id),
    'versions', (SELECT coalesce(json_agg(json_build_object('tagId', v.tag_id, 'version', v.version,
      'claimVersion', v.claim_version, 'revisionId', v.revision_id, 'stance', v.stance, 'rationale', v.rationale,
      'postReveal', v.post_reveal, 'attestation', v.attestation, 'text', r.text, 'createdAt', v.created_at,
      'evidence', (SELECT coalesce(json_agg(json_build_object('start', e.start, 'end', e."end", 'exact', e.exact,
          'state', e.state)
        ORDER BY e.position), '[]') FROM evidence e WHERE e.tag_id = v.tag_id AND e.tag_version = v.version))
      ORDER BY t.created_at, t.id, v.version), '[]')
      FROM tag_versions v JOIN tags t ON t.id = v.tag_id JOIN source_revisions r ON r.id = v.revision_id
      WHERE t.case_id = c.id),
    'revisions', (SELECT coalesce(json_agg(json_build_object('id', r.id, 'sourceId', r.source_id,
      'sha256', r.sha256, 'text', r.text, 'completeness', r.completeness, 'createdAt', r.created_at)
      ORDER BY r.source_id), '[]') FROM source_revisions r
      WHERE r.case_id = c.id AND NOT EXISTS (SELECT FROM source_revisions n
        WHERE n.source_id = r.source_id AND n.number > r.number)),
    'carried', (SELECT coalesce(json_agg(json_build_object('tagId', e.tag_id, 'version', e.tag_version,
      'revisionId', e.revision_id, 'start', e.start, 'end', e."end", 'exact', e.exact, 'state', e.state)
      ORDER BY e.tag_id, e.tag_version, e.revision_id, e.position), '[]')
      FROM carried_evidence e JOIN tags t ON t.id = e.tag_id WHERE t.case_id = c.id),
    'reviews', (SELECT coalesce(json_agg(json_build_object('id', w1.id, 'tagId', w1.tag_id,
      'tagVersion', w1.tag_version, 'reviewerId', w1.reviewer_id, 'decision', w1.decision, 'reason', w1.reason,
      'at', w1.created_at) ORDER BY w1.created_at, w1.id), '[]')
      FROM reviews w1 JOIN tags t ON t.id = w1.tag_id WHERE t.case_id = c.id),
    'adjudications', (SELECT coalesce(json_agg(json_build_object('id', a.id, 'tagId', a.tag_id,
      'tagVersion', a.tag_version, 'adjudicatorId', a.adjudicator_id, 'outcome', a.outcome, 'stance', a.stance,
      'at', a.created_at) ORDER BY a.created_at, a.id), '[]')
      FROM adjudications a JOIN tags t ON t.id = a.tag_id WHERE t.case_id = c.id),
    'openings', (SELECT coalesce(json_agg(json_build_object('claimId', claim_id, 'sourceId', source_id,
      'openedAt', opened_at) ORDER BY claim_id, source_id), '[]') FROM cell_openings WHERE case_id = c.id),
    'events', (SELECT coalesce(json_agg(json_build_object('caseId', case_id, 'number', number,
      'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'actorId', actor_id, 'kind', kind,
      'subject', subject, 'reason', reason, 'payload', payload, 'mutationId', mutation_id, 'prevHash', prev_hash,
      'hash', hash) ORDER BY number), '[]') FROM case_events WHERE case_id = c.id))::text AS json
  FROM cases c JOIN workspaces w ON w.id = c.workspace_id WHERE c.id = $1`;

/** `owner` is a connection of the database's owner. */
export async function readWorld(owner: pg.Pool, caseId: string): Promise<World> {
  const { rows } = await owner.query<{ json: string }>(QUERY, [caseId]);
  const [row] = rows;
  if (row === undefined) throw new Error(`There is no case ${caseId}`);
  return JSON.parse(row.json) as World;
}
