import { Prisma, runSql } from "@assay/db";
import type { Evidence } from "@assay/domain";
import type { Work } from "./in-case-mutation.ts";

/**
 * Passages that a tag has ever lost (X4): what an author may send along as lost, also when they take back that they placed
 * or removed one.
 */
export async function findLost({ session }: Pick<Work, "session">, tagId: string): Promise<Evidence[]> {
  const passage = Prisma.sql`e.id::text, e.role::text AS role, e.start, e."end", e.exact, e.prefix, e.suffix,
    e.state::text AS state, e.stood_in::text AS "stoodIn"`;
  const lost = Prisma.sql`e.tag_id = ${tagId}::uuid AND e.state IN ('ambiguous', 'orphaned') AND e.stood_in IS NOT NULL`;
  return runSql<Evidence>(
    session,
    Prisma.sql`SELECT ${passage} FROM evidence e WHERE ${lost} UNION
      SELECT ${passage} FROM carried_evidence e WHERE ${lost}`,
  );
}
