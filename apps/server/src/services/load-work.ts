import { Prisma, readScoped } from "@assay/db";
import { UNPUBLISHED, can, readPolicy, withoutRemoved } from "@assay/domain";
import type { CaseView, TagView } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";
import {
  assignmentsJson,
  caseHead,
  claimsJson,
  iso,
  openingsJson,
  peopleJson,
  policyJson,
  removedSourcesJson,
  sourcesJson,
  threadsJson,
} from "./case-json.ts";

const { sql } = Prisma;

/** A case as far as somebody's work in it goes, with the TagVersions that they have had before their eyes. */
export interface WorkCase {
  view: CaseView;
  /** "tag id version" */
  opened: ReadonlySet<string>;
}

/**
 * The cases of a workspace in which one person may have work, newest first, in one query: of what is settled only what
 * an assignment has to be held against.
 */
export async function loadWork(ctx: WorkspaceContext): Promise<WorkCase[]> {
  const rows = await readScoped(
    ctx.app.db,
    ctx.scope,
    (queries) => queries.$queryRaw<{ json: string }[]>`
      WITH wanted AS MATERIALIZED (${tagsOfWork(ctx)})
      SELECT ${workJson(ctx)}::text AS json FROM cases c JOIN workspaces w0 ON w0.id = c.workspace_id
      LEFT JOIN wanted ON wanted.case_id = c.id
      WHERE c.workspace_id = ${ctx.scope.workspaceId}::uuid AND c.archived_at IS NULL
        AND (wanted.ids IS NOT NULL
          OR EXISTS (SELECT FROM assignments n WHERE n.case_id = c.id AND n.assignee_id = ${ctx.scope.userId}
            AND n.ended_at IS NULL)
          OR EXISTS (SELECT FROM threads h WHERE h.case_id = c.id AND h.resolved_at IS NULL))
      ORDER BY c.created_at DESC, c.id`,
  );
  return rows.map(({ json }) => {
    const { opened, tags, ...view } = JSON.parse(json) as Omit<CaseView, "tags"> & { tags: TagRow[]; opened: string[] };
    const loaded = { ...UNPUBLISHED, ...view, tags: tags.map(tagOf), policy: readPolicy(view.policy) };
    return { view: withoutRemoved(loaded), opened: new Set(opened) };
  });
}

function workJson(ctx: WorkspaceContext): Prisma.Sql {
  const { userId } = ctx.scope;
  return sql`json_build_object('id', c.id, 'workspaceId', c.workspace_id, 'workspaceName', w0.name, ${caseHead()},
    'createdAt', '', 'archivedAt', NULL, 'lastEvent', 0, 'lastHash', '', 'policy', ${policyJson()}, 'ownPolicy', c.policy,
    'people', ${peopleJson()}, 'sources', ${sourcesJson()}, 'removedSources', ${removedSourcesJson()},
    'claims', ${claimsJson()}, 'tags', ${wantedTags()},
    'reviews', ${challengesJson()}, 'adjudications', ${rulingsJson()}, 'overrides', '[]'::json,
    'openings', ${openingsJson()}, 'assignments', ${assignmentsJson()}, 'threads', ${threadsNaming(userId)},
    'opened', (SELECT coalesce(json_agg(r.tag_id || ' ' || r.tag_version), '[]') FROM tag_readings r
      JOIN tags t ON t.id = r.tag_id AND t.version = r.tag_version
      WHERE t.case_id = c.id AND r.reader_id = ${userId}))`;
}

/**
 * By case, ids of their tags that are theirs to go on with, of the tags in cells that are not settled (by states:
 * approved with one stance), of those that threads are about, and of those that an assignment has to be held against:
 * whether the cell has their tag, and where it is wider than a cell, tags enough. Once for the workspace: asked anew for
 * each case (LATERAL), Postgres answered `EXISTS` for the second case with what it had hashed for the first.
 */
function tagsOfWork({ scope: { workspaceId, userId }, role }: WorkspaceContext): Prisma.Sql {
  const mayDecide = can(role, "review") || can(role, "adjudicate");
  return sql`SELECT t.case_id, array_agg(t.id) AS ids
    FROM tags t JOIN tag_versions v ON v.tag_id = t.id AND v.version = t.version
    WHERE t.workspace_id = ${workspaceId}::uuid AND (
      (t.author_id = ${userId} AND t.state NOT IN ('submitted', 'approved', 'challenged'))
      OR EXISTS (SELECT FROM assignments n WHERE n.case_id = t.case_id AND n.ended_at IS NULL AND n.kind = 'tag'
        AND n.assignee_id = ${userId} AND (n.claim_id IS NULL OR n.claim_id = t.claim_id)
        AND (n.source_id IS NULL OR n.source_id = t.source_id))
      OR EXISTS (SELECT FROM threads h WHERE h.tag_id = t.id AND h.resolved_at IS NULL)
      OR (${mayDecide} AND (EXISTS (SELECT FROM tags o WHERE o.claim_id = t.claim_id AND o.source_id = t.source_id
          AND o.state NOT IN ('approved', 'withdrawn'))
        OR (t.state = 'approved' AND EXISTS (SELECT FROM tags o
          JOIN tag_versions ov ON ov.tag_id = o.id AND ov.version = o.version
          WHERE o.claim_id = t.claim_id AND o.source_id = t.source_id AND o.id <> t.id AND o.state = 'approved'
          AND ov.stance <> v.stance)))))
    GROUP BY t.case_id`;
}

/** What work is derived from, in the order that `wantedTags` writes it. */
type TagRow = [
  id: string,
  claimId: string,
  sourceId: string,
  authorId: string,
  state: TagView["state"],
  version: number,
  stateReason: string,
  stance: TagView["stance"],
  attributed: boolean,
  createdAt: string,
  updatedAt: string,
];

/** Bare rows: with a name to each value, hundreds of tags took Postgres and the way here twice as long. */
function wantedTags(): Prisma.Sql {
  return sql`(SELECT coalesce(json_agg(json_build_array(t.id, t.claim_id, t.source_id, t.author_id, t.state, t.version,
      t.state_reason, v.stance, v.attributed, ${iso("t.created_at")}, ${iso("t.updated_at")})
      ORDER BY t.created_at, t.id), '[]')
    FROM tags t JOIN tag_versions v ON v.tag_id = t.id AND v.version = t.version WHERE t.id = ANY(wanted.ids))`;
}

function tagOf(row: TagRow): TagView {
  const [id, claimId, sourceId, authorId, state, version, stateReason, stance, attributed, createdAt, updatedAt] = row;
  const known = { id, claimId, sourceId, authorId, state, version, stateReason, stance, attributed, createdAt, updatedAt };
  return { ...NOT_LOADED, ...known };
}

/** No piece of work depends on these. */
const NOT_LOADED = {
  revisionId: "",
  claimVersion: 0,
  versionAt: "",
  postReveal: false,
  confidence: null,
  rationale: "",
  attestation: null,
  evidence: [],
} satisfies Partial<TagView>;

/** Rulings on those tags, without the words. */
function rulingsJson(): Prisma.Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('id', a.id, 'tagId', a.tag_id, 'tagVersion', a.tag_version,
      'adjudicatorId', a.adjudicator_id, 'outcome', a.outcome, 'stance', a.stance, 'cause', a.cause, 'note', '',
      'createdAt', ${iso("a.created_at")}) ORDER BY a.created_at, a.id), '[]')
    FROM adjudications a WHERE a.tag_id = ANY(wanted.ids))`;
}

/** Who challenged what, without the words. */
function challengesJson(): Prisma.Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('id', w.id, 'tagId', w.tag_id, 'tagVersion', w.tag_version,
      'reviewerId', w.reviewer_id, 'decision', w.decision, 'reason', '', 'proposedStance', w.proposed_stance,
      'createdAt', w.created_at) ORDER BY w.created_at, w.id), '[]')
    FROM reviews w JOIN tags t ON t.id = w.tag_id
    WHERE t.case_id = c.id AND w.decision = 'challenge' AND t.state = 'challenged')`;
}

function threadsNaming(userId: string): Prisma.Sql {
  return sql`(SELECT coalesce(json_agg(thread), '[]') FROM json_array_elements(${threadsJson()}) AS thread
    WHERE thread ->> 'resolved' IS NULL AND (thread -> 'comments')::jsonb @> jsonb_build_array(
      jsonb_build_object('mentions', jsonb_build_array(${userId}::text))))`;
}
