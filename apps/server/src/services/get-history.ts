import { Prisma, withScope } from "@assay/db";
import { kindsOfGroup } from "@assay/domain";
import type { EventKind, HistoryEntry, HistoryGroup } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { seenEventsSql } from "./read-seen-events.ts";
import { hasBlindCell } from "./seal-json.ts";

export interface HistoryWanted {
  /** Entries before this one, in the asking person's counting; null for the newest. */
  before: number | null;
  limit: number;
  claimId?: string | undefined;
  sourceId?: string | undefined;
  actorId?: string | undefined;
  groups?: HistoryGroup[] | undefined;
  /** Moments; the first counts in, the last does not. */
  from?: string | undefined;
  to?: string | undefined;
}

export interface History {
  entries: HistoryEntry[];
  /** Where the next page begins; null at the beginning of the log. */
  next: number | null;
}

type Row = Omit<HistoryEntry, "at" | "kind"> & { at: Date; kind: string };

/** An edit's event tells what holds since; what held before stands in the event before it about the same thing. */
const REWRITTEN: Partial<Record<EventKind, EventKind[]>> = {
  "tag.edited": ["tag.created", "tag.edited", "tag.reaffirmed"],
  "tag.reaffirmed": ["tag.created", "tag.edited", "tag.reaffirmed"],
  "source.edited": ["source.added", "source.edited"],
  "case.edited": ["case.created", "case.edited"],
};

/** The log as a person reads it: newest first, of a case, a claim, a source or a cell (T8). */
export function getHistory(ctx: CaseContext, wanted: HistoryWanted): Promise<History> {
  const { before, limit } = wanted;
  return withScope(ctx.app.db, ctx.scope, async (tx) => {
    const seen = seenEventsSql(ctx, await hasBlindCell(tx, ctx.caseId));
    const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
      WITH seen AS (${seen}), page AS (
        SELECT * FROM seen
        WHERE ${before === null ? Prisma.sql`true` : Prisma.sql`number < ${before}`} ${conditions(wanted)}
        ORDER BY number DESC LIMIT ${limit + 1}
      )
      SELECT number, at, "actorId", kind, subject, reason, payload, (
        SELECT p.payload FROM seen p
        WHERE p.subject = page.subject AND p.number < page.number
          AND p.kind IN (SELECT jsonb_array_elements_text(${JSON.stringify(REWRITTEN)}::jsonb -> page.kind))
        ORDER BY p.number DESC LIMIT 1) AS previous
      FROM page ORDER BY number DESC`);
    const page = rows.slice(0, limit);
    const entries = page.map((row) => ({ ...row, at: row.at.toISOString(), kind: row.kind as EventKind }));
    return { entries, next: rows.length > limit ? (page.at(-1)?.number ?? null) : null };
  });
}

function conditions({ claimId, sourceId, actorId, groups, from, to }: HistoryWanted): Prisma.Sql {
  const parts: Prisma.Sql[] = [];
  const isOf = (field: string, id: string) => Prisma.sql`payload ->> ${field}::text = ${id}`;
  if (claimId !== undefined && sourceId !== undefined) {
    parts.push(isOf("claimId", claimId), isOf("sourceId", sourceId));
  } else if (claimId !== undefined) {
    parts.push(Prisma.sql`(subject = ${claimId} OR ${isOf("claimId", claimId)})`);
  } else if (sourceId !== undefined) {
    parts.push(Prisma.sql`(subject = ${sourceId} OR ${isOf("sourceId", sourceId)})`);
  }
  if (actorId !== undefined) parts.push(Prisma.sql`"actorId" = ${actorId}`);
  if (groups !== undefined) parts.push(Prisma.sql`kind = ANY(${groups.flatMap(kindsOfGroup)}::text[])`);
  if (from !== undefined) parts.push(Prisma.sql`at >= ${from}::timestamptz`);
  if (to !== undefined) parts.push(Prisma.sql`at < ${to}::timestamptz`);
  return parts.length === 0 ? Prisma.empty : Prisma.sql`AND ${Prisma.join(parts, " AND ")}`;
}
