import { Prisma, runSql } from "@assay/db";
import type { Assignee, Role } from "@assay/domain";
import type { Work } from "./in-case-mutation.ts";

/**
 * People who are, or were, members, held as they are until the transaction ends: nobody is removed, or loses the role
 * that their new work asks for, between the check and the assignment.
 */
export async function findAssignees(
  { session }: Pick<Work, "session">,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Assignee>> {
  const rows = await runSql<{ id: string; name: string; role: Role; left: boolean }>(
    session,
    Prisma.sql`SELECT m.user_id AS id, u.name, m.role::text AS role, m.left_at IS NOT NULL AS left
      FROM members m JOIN users u ON u.id = m.user_id
      WHERE m.workspace_id = ${workspaceId}::uuid AND m.user_id = ANY(${[...ids]}::text[])
      ORDER BY m.user_id FOR SHARE OF m`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
