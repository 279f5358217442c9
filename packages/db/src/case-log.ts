import { createHash } from "node:crypto";
import { canonicalJson, DomainError, GENESIS_HASH, hashEvent } from "@assay/domain";
import type { CaseEvent, EventBody, EventKind } from "@assay/domain";
import { Prisma } from "./generated/client.ts";
import type { Scope } from "./scope.ts";
import type { Queries, Tx } from "./transaction.ts";

/** Where a case's log ends. */
export interface LogHead {
  lastEvent: number;
  lastHash: string;
}

export interface LockedCase extends LogHead {
  id: string;
  workspaceId: string;
  version: number;
}

export interface EventContext {
  caseId: string;
  workspaceId: string;
  actorId: string;
  mutationId: string;
  /** ISO 8601, UTC, with milliseconds, as `toISOString` writes it. */
  at: string;
}

export interface NewEvent {
  kind: EventKind;
  /** Id of what the event is about. */
  subject: string;
  reason?: string;
  payload: Record<string, unknown>;
}

export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/**
 * Holds the case until the transaction ends: whoever changes it waits in line here, so what is read after this is the
 * newest there is, and events get their numbers one writer at a time (E1). Locking twice is free.
 */
export async function lockCase(tx: Tx, scope: Pick<Scope, "workspaceId">, caseId: string): Promise<LockedCase> {
  const rows = await tx.$queryRaw<LockedCase[]>`
    SELECT id, workspace_id AS "workspaceId", version, last_event AS "lastEvent", last_hash AS "lastHash"
    FROM cases WHERE id = ${caseId}::uuid AND workspace_id = ${scope.workspaceId}::uuid
    FOR UPDATE`;
  const locked = rows[0];
  if (!locked) throw new DomainError("NOT_FOUND", "This case does not exist.");
  return locked;
}

/**
 * Appends to the case's log, in the transaction of the change itself: numbers without gaps, each entry chained to the
 * one before by its hash (E1, E2). Returns the log's new end.
 */
export async function appendEvents(tx: Tx, context: EventContext, events: readonly NewEvent[]): Promise<LogHead> {
  const { chained, last } = nextEvents(context, await lockCase(tx, context, context.caseId), events);
  if (chained.length > 0) await tx.$queryRaw`WITH ${insertEvents(context, chained, last)} SELECT`;
  return last;
}

/** The entries that events become after the log's present end. */
export function nextEvents(
  context: EventContext,
  head: LogHead,
  events: readonly NewEvent[],
): { chained: CaseEvent[]; last: LogHead } {
  const { caseId, actorId, mutationId, at } = context;
  if (new Date(at).toISOString() !== at) throw new TypeError(`${at} is not in the log's form`);
  let last = { lastEvent: head.lastEvent, lastHash: head.lastEvent === 0 ? GENESIS_HASH : head.lastHash };
  const chained: CaseEvent[] = [];
  for (const { kind, subject, reason = "", payload } of events) {
    const number = last.lastEvent + 1;
    const body: EventBody = { caseId, number, at, actorId, kind, subject, reason, payload, mutationId };
    const hash = hashEvent(last.lastHash, body, sha256);
    chained.push({ ...body, prevHash: last.lastHash, hash });
    last = { lastEvent: number, lastHash: hash };
  }
  return { chained, last };
}

/** The parts of a WITH that store chained entries and move the log's end. The case is locked. */
export function insertEvents(
  { caseId, workspaceId }: EventContext,
  chained: readonly CaseEvent[],
  { lastEvent, lastHash }: LogHead,
): Prisma.Sql {
  // The text stored is the very text that was hashed, whatever the payload's objects look like in memory.
  const rows = canonicalJson(chained);
  return Prisma.sql`appended AS (
      INSERT INTO case_events (case_id, number, workspace_id, at, actor_id, kind, subject, reason, payload,
        mutation_id, prev_hash, hash)
      SELECT "caseId", number, ${workspaceId}::uuid, at, "actorId", kind, subject, reason, payload,
        "mutationId", "prevHash", hash
      FROM jsonb_to_recordset(${rows}::jsonb) AS event ("caseId" uuid, number int, at timestamptz, "actorId" text,
        kind text, subject text, reason text, payload jsonb, "mutationId" uuid, "prevHash" text, hash text)
    ), ended AS (
      UPDATE cases SET last_event = ${lastEvent}::int, last_hash = ${lastHash}::text
      WHERE id = ${caseId}::uuid AND last_event <> ${lastEvent}::int
    )`;
}

/** Entries after a number, in order: the whole log in parts, or what a live client has missed (E3). */
export async function readEvents(
  queries: Queries,
  caseId: string,
  afterNumber: number,
  limit: number,
): Promise<CaseEvent[]> {
  const rows = await queries.caseEvent.findMany({
    where: { caseId, number: { gt: afterNumber } },
    orderBy: { number: "asc" },
    take: limit,
  });
  return rows.map(({ workspaceId: _, ...row }) => ({
    ...row,
    at: row.at.toISOString(),
    kind: row.kind as EventKind,
    payload: row.payload as Record<string, unknown>,
  }));
}
