import type { Database } from "@assay/db";
import type { Access, AccessRow } from "./case-access.ts";
import { accessOf } from "./case-access.ts";

/** Null for a workspace that does not exist and for one the person is no member of alike (P1). */
export async function findWorkspaceAccess(db: Database, userId: string, workspaceId: string): Promise<Access | null> {
  const rows = await db.prisma.$queryRaw<AccessRow[]>`
    SELECT workspace_id::text, role::text FROM assay_workspace_access(${userId}, ${workspaceId}::uuid)`;
  return accessOf(rows[0], userId);
}
