import type { Database, Scope } from "@assay/db";
import type { Role } from "@assay/domain";

/**
 * Without the policy: what it says when somebody is let in may be otherwise by the time their change has its turn, so
 * that whoever decides by it reads it then, under the case's lock.
 */
export interface Access {
  scope: Scope;
  role: Role;
}

export interface AccessRow {
  workspace_id: string;
  role: Role;
}

export function accessOf(row: AccessRow | undefined, userId: string): Access | null {
  if (row === undefined) return null;
  return { scope: { workspaceId: row.workspace_id, userId }, role: row.role };
}

/** Null for a case that does not exist and for one of another workspace alike (P1). */
export async function findCaseAccess(db: Database, userId: string, caseId: string): Promise<Access | null> {
  const rows = await db.prisma.$queryRaw<AccessRow[]>`
    SELECT workspace_id::text, role::text FROM assay_case_access(${userId}, ${caseId}::uuid)`;
  return accessOf(rows[0], userId);
}
