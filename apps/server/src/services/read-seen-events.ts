import { Prisma, readEvents } from "@assay/db";
import type { Tx } from "@assay/db";
import type { CaseEvent } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { hasBlindCell, wasSentJson } from "./seal-json.ts";

export interface Wanted {
  /** A number in this person's counting. */
  after: number;
  limit: number;
  /** Only events of this tag, claim or source. */
  subject?: string;
}

/**
 * Entries of the log that this person may see now, counted through as if there were no others (B1): as long as cells
 * are blind, a gap would tell of what lies in it, and a hash whether anything does. When none is, it is the log itself.
 */
export async function readSeenEvents(ctx: CaseContext, tx: Tx, wanted: Wanted): Promise<CaseEvent[]> {
  const { after, limit, subject } = wanted;
  const isBlind = await hasBlindCell(tx, ctx.caseId);
  if (!isBlind && subject === undefined) return readEvents(tx, ctx.caseId, after, limit);
  const rows = await tx.$queryRaw<(Omit<CaseEvent, "at"> & { at: Date })[]>(Prisma.sql`
    SELECT * FROM (${seenEventsSql(ctx, isBlind)}) AS seen
    WHERE number > ${after} ${subject === undefined ? Prisma.empty : Prisma.sql`AND subject = ${subject}`}
    ORDER BY number LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Every entry that this person may see now, in their own counting; `isBlind`: does the case have a blind cell? */
export function seenEventsSql(ctx: CaseContext, isBlind: boolean): Prisma.Sql {
  return Prisma.sql`
      SELECT e.case_id::text AS "caseId", (row_number() OVER (ORDER BY e.number))::int AS number, e.at,
        e.actor_id AS "actorId", e.kind, e.subject, e.reason, e.payload, e.mutation_id::text AS "mutationId",
        CASE WHEN ${isBlind} THEN '' ELSE e.prev_hash END AS "prevHash",
        CASE WHEN ${isBlind} THEN '' ELSE e.hash END AS hash
      FROM case_events e
      WHERE e.case_id = ${ctx.caseId}::uuid AND (NOT ${isBlind}
        OR ${wasSentJson(ctx.person.id)} OR EXISTS (SELECT FROM cell_openings g WHERE g.case_id = e.case_id
          AND g.claim_id::text = e.payload ->> 'claimId' AND g.source_id::text = e.payload ->> 'sourceId'))`;
}
