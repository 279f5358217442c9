import { Prisma } from "@assay/db";
import type { Tx } from "@assay/db";
import { SEALED_FOR } from "@assay/domain";

type Sql = Prisma.Sql;
const { sql } = Prisma;

/** Is, or was, anything in the case of row `c` blind? Elsewhere no event is sealed, and nothing is counted. */
export function mayHoldSealedJson(): Sql {
  return sql`(EXISTS (SELECT FROM cell_openings g WHERE g.case_id = c.id) OR (SELECT
    coalesce(((w.policy || c.policy) ->> 'requiredTags')::int, 1) > 1 FROM workspaces w WHERE w.id = c.workspace_id))`;
}

const isSealed = sql`e.case_id = c.id AND jsonb_exists(e.payload, ${SEALED_FOR}::text)`;

/** Is the cell of row `t` of tags blind now? The case is locked or does not matter: its policy of this very moment. */
export function isBlindJson(): Sql {
  return sql`(NOT EXISTS (SELECT FROM cell_openings g WHERE g.claim_id = t.claim_id AND g.source_id = t.source_id)
    AND (SELECT coalesce(((w.policy || c.policy) ->> 'requiredTags')::int, 1) > 1
      FROM cases c JOIN workspaces w ON w.id = c.workspace_id WHERE c.id = t.case_id))`;
}

/** Does the case of row `c` have a cell that is blind now? */
export function hasBlindCellJson(): Sql {
  return sql`((SELECT coalesce(((w.policy || c.policy) ->> 'requiredTags')::int, 1) > 1 FROM workspaces w
      WHERE w.id = c.workspace_id)
    AND (SELECT count(*) FROM cell_openings g WHERE g.case_id = c.id)
      < (SELECT count(*) FROM claims k WHERE k.case_id = c.id)
      * (SELECT count(*) FROM sources s WHERE s.case_id = c.id))`;
}

export async function hasBlindCell(tx: Tx, caseId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ blind: boolean }[]>`
    SELECT ${hasBlindCellJson()} AS blind FROM cases c WHERE c.id = ${caseId}::uuid`;
  return row?.blind === true;
}

/** May the person of this transaction see the tag of row `t` (B1)? */
export function isSeenJson(): Sql {
  return sql`(t.author_id = assay_user() OR NOT ${isBlindJson()})`;
}

/** Is the event of row `e` ever sent to this person: sealed for nobody else? */
export function wasSentJson(viewerId: string): Sql {
  return sql`(NOT jsonb_exists(e.payload, ${SEALED_FOR}::text) OR e.payload ->> ${SEALED_FOR}::text = ${viewerId})`;
}

/** The place of the last event that this person is sent, in their own counting, over the row `c` of cases. */
export function seenHeadJson(viewerId: string): Sql {
  return sql`c.last_event - CASE WHEN ${mayHoldSealedJson()} THEN (SELECT count(*)::int FROM case_events e
    WHERE ${isSealed} AND e.payload ->> ${SEALED_FOR}::text <> ${viewerId}) ELSE 0 END`;
}

/** Part of a mutation's answer (see Seal): the case's sealed events so far, by person. */
export function sealedBeforeJson(): Sql {
  return sql`CASE WHEN ${mayHoldSealedJson()} THEN jsonb_build_object('sealedBefore', (SELECT
      coalesce(jsonb_object_agg(counted.person, counted.number), '{}') FROM (
        SELECT e.payload ->> ${SEALED_FOR}::text AS person, count(*)::int AS number FROM case_events e
        WHERE ${isSealed} GROUP BY 1) AS counted)) ELSE '{}' END`;
}
