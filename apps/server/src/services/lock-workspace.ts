import type { Tx } from "@assay/db";
import { DomainError } from "@assay/domain";

export interface LockedWorkspace {
  name: string;
  version: number;
}

/**
 * Holds the workspace until the transaction ends, so that two changes of its members are decided one after the other.
 */
export async function lockWorkspace(tx: Tx, workspaceId: string): Promise<LockedWorkspace> {
  const rows = await tx.$queryRaw<LockedWorkspace[]>`
    SELECT name, version FROM workspaces WHERE id = ${workspaceId}::uuid FOR UPDATE`;
  const [workspace] = rows;
  if (workspace === undefined) throw new DomainError("NOT_FOUND", "There is no such workspace.");
  return workspace;
}
