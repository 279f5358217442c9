import type { Database, Scope, Session } from "@assay/db";

/**
 * Reads a workspace as it is at one moment, however long the reading takes and whatever is changed meanwhile; nobody
 * waits for it.
 */
export async function readFrozen<T>(db: Database, scope: Scope, fn: (session: Session) => Promise<T>): Promise<T> {
  const client = await db.pool.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const settings = "SELECT set_config('assay.workspace', $1, true), set_config('assay.user', $2, true)";
    await client.query(settings, [scope.workspaceId, scope.userId]);
    const result = await fn(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    // A connection in an unknown state is not given back.
    client.release(error instanceof Error ? error : true);
    throw error;
  }
}
