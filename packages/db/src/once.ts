import { DomainError } from "@assay/domain";
import type { Tx } from "./transaction.ts";

export interface Mutation {
  /** Null for a mutation outside any workspace. */
  workspaceId: string | null;
  actorId: string;
  /** Made by the client, once for each thing a person does (E4). */
  mutationId: string;
  procedure: string;
}

/**
 * Runs a mutation once. A replay, also one that arrives while the first still runs, gets the first one's result and
 * changes nothing; a mutation that failed left no trace and may be tried again. The result is stored in the
 * transaction of the change, as JSON, and comes back as JSON would carry it, the first time too.
 */
export async function runOnce<T>(tx: Tx, mutation: Mutation, fn: () => Promise<T>): Promise<T> {
  const { workspaceId, actorId, mutationId, procedure } = mutation;
  // Two statements: the second must see what was committed while the first waited.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${mutationId}::uuid::text, 0))`;
  const earlier = await tx.mutation.findUnique({ where: { id: mutationId } });
  if (earlier) return resultOfEarlier(earlier, mutation) as T;
  const result = JSON.stringify((await fn()) ?? null);
  const inserted = await tx.$executeRaw`
    INSERT INTO mutations (id, workspace_id, actor_id, procedure, result)
    VALUES (${mutationId}::uuid, ${workspaceId}::uuid, ${actorId}, ${procedure}, ${result}::jsonb)
    ON CONFLICT (id) DO NOTHING`;
  // Another person's mutation of this id is out of sight for the look above, but not for the key.
  if (inserted === 0) throw usedOtherwise();
  return JSON.parse(result) as T;
}

export type EarlierMutation = Pick<Mutation, "workspaceId" | "actorId" | "procedure"> & { result: unknown };

/** The first result, unless the id was used for something else. */
export function resultOfEarlier(earlier: EarlierMutation, mutation: Mutation): unknown {
  const { actorId, procedure, workspaceId } = mutation;
  const isSame = earlier.actorId === actorId && earlier.procedure === procedure && earlier.workspaceId === workspaceId;
  if (!isSame) throw usedOtherwise();
  return earlier.result;
}

export function usedOtherwise(): DomainError {
  const message = "This was sent before as something else, and nothing was saved. Reload the page and try again.";
  return new DomainError("INVALID", message, { field: "mutationId" });
}
