import { DomainError } from "@assay/domain";
import type { Role } from "@assay/domain";
import { insertEvents, nextEvents } from "./case-log.ts";
import type { LogHead, NewEvent } from "./case-log.ts";
import type { Database } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { resultOfEarlier, usedOtherwise } from "./once.ts";
import type { EarlierMutation } from "./once.ts";
import { inTransaction } from "./scope.ts";
import type { Scope } from "./scope.ts";
import type { Session, Tx } from "./transaction.ts";
import { runSql } from "./run-sql.ts";

export interface CaseCall {
  scope: Scope;
  /** What the person was when they were let in; the change is made only if they still are. */
  role: Role;
  caseId: string;
  mutationId: string;
  procedure: string;
}

/** Inside the transaction, under the case lock. `at` is the one moment that rows and events of this mutation carry. */
export interface CaseWork {
  tx: Tx;
  session: Session;
  at: Date;
}

export interface CaseResult {
  events: NewEvent[];
  /** JSON of what the caller wants back, over the row `c` of cases, read after all else was written. */
  answer?: Prisma.Sql | null;
  /** Joins the answer. */
  extra?: object;
}

/**
 * The one way a case changes. Under the case lock, so that every decision rests on what is stored now and events get
 * their numbers in order (E1, E2); once per mutation id (E4); rows, events and answer in one transaction. Answers with
 * the log's new end and `answer`. Three statements beside the caller's own: others wait for the lock meanwhile.
 */
export async function mutateCase<T extends LogHead>(
  db: Database,
  call: CaseCall,
  now: () => Date,
  fn: (work: CaseWork) => Promise<CaseResult>,
): Promise<T> {
  const result = await inTransaction(db, async (tx, session) => {
    const begun = await begin(session, call);
    if (begun.earlier !== null) return resultOfEarlier(begun.earlier, mutationOf(call)) as T;
    const at = after(begun.lastAt, now());
    const done = await fn({ tx, session, at });
    return (await finish(session, call, at, begun.head, done)) as T;
  });
  if (db.joined === undefined) db.news.changed(call.caseId);
  return result;
}

/** For whoever was let in under a role that they lost before their change came to pass. */
export const ROLE_CHANGED = "Your role in this workspace was changed a moment ago. Reload the page.";

interface Begun {
  head: LogHead;
  /** Of the log's last event. */
  lastAt: Date | null;
  /** What this mutation id did before. */
  earlier: EarlierMutation | null;
}

async function begin(session: Session, { scope, role, caseId, mutationId }: CaseCall): Promise<Begun> {
  const { workspaceId, userId } = scope;
  const [row] = await runSql<LogHead & { lastAt: Date | null; role: Role; earlier: EarlierMutation | null }>(
    session,
    Prisma.sql`SELECT last_event AS "lastEvent", last_hash AS "lastHash", last_at AS "lastAt", role, earlier
      FROM assay_begin_case_mutation(${workspaceId}, ${userId}, ${caseId}, ${mutationId})`,
  );
  if (row === undefined) throw new DomainError("NOT_FOUND", "There is no such case.");
  if (row.role !== role) throw new DomainError("FORBIDDEN", ROLE_CHANGED);
  const { earlier, lastEvent, lastHash, lastAt } = row;
  return { head: { lastEvent, lastHash }, lastAt, earlier };
}

/** Clocks of processes differ, but what comes later in a case's log is later: newer is told by these times. */
function after(last: Date | null, now: Date): Date {
  return last !== null && now <= last ? new Date(last.getTime() + 1) : now;
}

async function finish(session: Session, call: CaseCall, at: Date, head: LogHead, done: CaseResult): Promise<unknown> {
  const { caseId, scope, mutationId, procedure } = call;
  const { workspaceId, userId: actorId } = scope;
  const context = { caseId, workspaceId, actorId, mutationId, at: at.toISOString() };
  const { chained, last } = nextEvents(context, head, done.events);
  const given = JSON.stringify({ ...last, ...done.extra });
  const answer = done.answer ?? Prisma.sql`'{}'`;
  const [stored] = await runSql<{ result: unknown }>(
    session,
    Prisma.sql`WITH ${insertEvents(context, chained, last)}
      INSERT INTO mutations (id, workspace_id, actor_id, procedure, result)
      SELECT ${mutationId}::uuid, ${workspaceId}::uuid, ${actorId}, ${procedure}, ${given}::jsonb || (${answer})::jsonb
      FROM cases c WHERE c.id = ${caseId}::uuid
      ON CONFLICT (id) DO NOTHING RETURNING result`,
  );
  // Another person's mutation of this id is out of sight for the look at the beginning, but not for the key.
  if (stored === undefined) throw usedOtherwise();
  return stored.result;
}

function mutationOf({ scope, mutationId, procedure }: CaseCall) {
  return { workspaceId: scope.workspaceId, actorId: scope.userId, mutationId, procedure };
}
