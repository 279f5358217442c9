import { Prisma } from "@assay/db";
import { DEFAULT_RATING_SCALE, SEALED_FOR, SIGNED_STAYS } from "@assay/domain";

/** What of a case is about publication, as `case-json.ts` has it of everything else: over the row `c` of cases. */

type Sql = Prisma.Sql;
const { sql, raw, empty } = Prisma;

/** ISO 8601 in UTC with milliseconds, as `Date.toISOString` writes it. */
function iso(column: string): Sql {
  return raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
}

function only(column: string, ids: readonly string[] | undefined): Sql {
  return ids === undefined ? empty : sql`AND ${raw(column)} = ANY(${ids}::uuid[])`;
}

export function ratingScaleJson(): Sql {
  return sql`coalesce((SELECT json_build_object('name', y.name, 'version', y.version, 'entries', y.entries)
      FROM rating_scales y WHERE y.workspace_id = c.workspace_id ORDER BY y.version DESC LIMIT 1),
    ${JSON.stringify(DEFAULT_RATING_SCALE)}::json)`;
}

export function ratingsJson(ids?: readonly string[]): Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('id', q.id, 'claimId', q.claim_id, 'entryId', q.entry_id,
      'label', q.label, 'colour', q.colour, 'justification', q.justification, 'version', q.version,
      'authorId', q.author_id, 'createdAt', ${iso("q.created_at")}, 'updatedAt', ${iso("q.updated_at")})
      ORDER BY q.created_at, q.id), '[]')
    FROM ratings q WHERE q.case_id = c.id ${only("q.id", ids)})`;
}

/**
 * Signatures that stand: not taken back, and nothing that they are about was changed since (R1). What somebody does in
 * a blind cell is no part of what is signed, and must not be told by the end of a signature (B1).
 */
export function signOffsJson(ids?: readonly string[]): Sql {
  const stands = sql`NOT EXISTS (SELECT FROM case_events e WHERE e.case_id = c.id AND e.number > z.event_number
      AND e.kind <> ALL(${[...SIGNED_STAYS]}::text[]) AND NOT jsonb_exists(e.payload, ${SEALED_FOR}::text))`;
  return sql`(SELECT coalesce(json_agg(json_build_object('id', z.id, 'userId', z.user_id, 'role', z.role,
      'plan', z.plan, 'createdAt', ${iso("z.created_at")}) ORDER BY z.created_at, z.id), '[]')
    FROM sign_offs z WHERE z.case_id = c.id AND z.withdrawn_at IS NULL AND ${stands} ${only("z.id", ids)})`;
}

export function correctionsJson(ids?: readonly string[]): Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('id', x.id, 'claimId', x.claim_id, 'corrects', x.corrects,
      'madeRelease', x.made_release, 'what', x.what, 'why', x.why, 'version', x.version,
      'withdrawn', x.withdrawn_at IS NOT NULL, 'authorId', x.author_id, 'createdAt', ${iso("x.created_at")},
      'updatedAt', ${iso("x.updated_at")}) ORDER BY x.created_at, x.id), '[]')
    FROM corrections x WHERE x.case_id = c.id ${only("x.id", ids)})`;
}

export function releasesJson(ids?: readonly string[]): Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('id', p.id, 'number', p.number, 'title', p.title,
      'sha256', p.sha256, 'plan', p.plan, 'signatures', p.signatures, 'releasedBy', p.released_by,
      'createdAt', ${iso("p.created_at")}) ORDER BY p.number), '[]')
    FROM releases p WHERE p.case_id = c.id ${only("p.id", ids)})`;
}

export function documentVersionJson(): Sql {
  return sql`(SELECT coalesce(max(o.version), 0) FROM report_documents o WHERE o.case_id = c.id)`;
}

/** Only ever grows: each row counts how often it was dismissed and brought back. */
export function dismissalsCountJson(): Sql {
  return sql`(SELECT coalesce(sum(d.version), 0)::int FROM suggestion_dismissals d WHERE d.case_id = c.id)`;
}

export function publicationJson(): Sql {
  return sql`'ratingScale', ${ratingScaleJson()}, 'ratings', ${ratingsJson()}, 'signOffs', ${signOffsJson()},
    'corrections', ${correctionsJson()}, 'releases', ${releasesJson()},
    'documentVersion', ${documentVersionJson()}, 'dismissals', ${dismissalsCountJson()}`;
}
