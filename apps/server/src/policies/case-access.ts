import type { Database, Scope } from "@assay/db";
import { readPolicy } from "@assay/domain";
import type { Policy, Role } from "@assay/domain";

export interface Access {
  scope: Scope;
  role: Role;
  policy: Policy;
}

export interface AccessRow {
  workspace_id: string;
  role: Role;
  policy: unknown;
}

export function accessOf(row: AccessRow | undefined, userId: string): Access | null {
  if (row === undefined) return null;
  return { scope: { workspaceId: row.workspace_id, userId }, role: row.role, policy: readPolicy(row.policy) };
}

/** Null for a case that does not exist and for one of another workspace alike (P1). */
export async function findCaseAccess(db: Database, userId: string, caseId: string): Promise<Access | null> {
  const rows = await db.prisma.$queryRaw<AccessRow[]>`
    SELECT workspace_id::text, role::text, policy FROM assay_case_access(${userId}, ${caseId}::uuid)`;
  return accessOf(rows[0], userId);
}
