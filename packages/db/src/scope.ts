import type { Database } from "./client.ts";
import type { Prisma } from "./generated/client.ts";
import { borrowing } from "./lending-pool.ts";
import { LIMITS } from "./transaction.ts";
import type { Queries, Session, Tx } from "./transaction.ts";

/** Whose eyes a query sees with: row-level security shows the rows of this workspace and nothing else (P1). */
export interface Scope {
  workspaceId: string;
  userId: string;
}

/** Runs `fn` in one transaction inside a workspace. Whatever it throws undoes everything it did. */
export function withScope<T>(
  db: Database,
  scope: Scope,
  fn: (tx: Tx, session: Session) => Promise<T>,
): Promise<T> {
  return inTransaction(db, async (tx, session) => {
    await enter(tx, scope.workspaceId, scope.userId);
    return fn(tx, session);
  });
}

/** A transaction that is in no scope yet. */
export function inTransaction<T>(db: Database, fn: (tx: Tx, session: Session) => Promise<T>): Promise<T> {
  const { joined } = db;
  if (joined !== undefined) return fn(joined.tx, joined.session);
  return borrowing((lent) => db.prisma.$transaction((tx) => fn(tx, lent()), LIMITS));
}

/**
 * Runs many units of work, each of which would be a transaction of its own, as one: all of them or none, and one wait
 * for the disk. Those given `joined` take part, one after the other; each still enters its own scope.
 */
export function joinTransactions<T>(db: Database, timeout: number, fn: (joined: Database) => Promise<T>): Promise<T> {
  return borrowing((lent) =>
    db.prisma.$transaction((tx) => fn({ ...db, joined: { tx, session: lent() } }), { ...LIMITS, timeout }),
  );
}

/**
 * Many reads that would each be a transaction of its own, as of one moment: whatever is stored meanwhile is seen by none
 * of them. Those given `joined` take part, one after the other.
 */
export function readTogether<T>(db: Database, fn: (joined: Database) => Promise<T>): Promise<T> {
  if (db.joined !== undefined) return fn(db);
  return borrowing((lent) =>
    db.prisma.$transaction((tx) => fn({ ...db, joined: { tx, session: lent() } }), {
      ...LIMITS,
      isolationLevel: "RepeatableRead",
    }),
  );
}

/** One transaction outside any workspace: only accounts and the person's own mutations are in sight. */
export function withUser<T>(db: Database, userId: string, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(db, async (tx) => {
    await enter(tx, "", userId);
    return fn(tx);
  });
}

/** A single read inside a workspace, without an interactive transaction's cost: `query` makes one query, unawaited. */
export async function readScoped<T>(
  db: Database,
  scope: Scope,
  query: (queries: Queries) => Prisma.PrismaPromise<T>,
): Promise<T> {
  if (db.joined !== undefined) return withScope(db, scope, (tx) => query(tx));
  const [, result] = await db.prisma.$transaction([
    enter(db.prisma, scope.workspaceId, scope.userId),
    query(db.prisma),
  ]);
  return result;
}

/** Settings last until the transaction ends, so a pooled session never carries one request's scope into the next. */
function enter(queries: Queries, workspaceId: string, userId: string): Prisma.PrismaPromise<unknown> {
  return queries.$queryRaw`
    SELECT set_config('assay.workspace', ${workspaceId}, true), set_config('assay.user', ${userId}, true)`;
}
