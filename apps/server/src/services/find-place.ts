import { readScoped } from "@assay/db";
import type { Database, Scope } from "@assay/db";
import { mayHoldSealedJson, seenHeadJson, wasSentJson } from "./seal-json.ts";

/** Where somebody is in a case's log: in the log itself, and in the counting of what they are sent (see Seal). */
export interface Place {
  number: number;
  seen: number;
}

/** The place of a client that knows what it was sent up to `seen`; null: it wants to begin with what is new. */
export async function findPlace(
  db: Database,
  { caseId, scope }: { caseId: string; scope: Scope },
  seen: number | null,
): Promise<Place | null> {
  const me = scope.userId;
  const known = seen ?? 0;
  const [row] = await readScoped(
    db,
    scope,
    (queries) => queries.$queryRaw<{ sealed: boolean; head: number; last: number; next: number | null }[]>`
      SELECT sealed, head, last, CASE WHEN sealed THEN (SELECT e.number FROM case_events e
        WHERE e.case_id = asked.id AND ${wasSentJson(me)} ORDER BY e.number OFFSET ${known} LIMIT 1) END AS next
      FROM (SELECT c.id, ${mayHoldSealedJson()} AS sealed, ${seenHeadJson(me)} AS head, c.last_event AS last
        FROM cases c WHERE c.id = ${caseId}::uuid) AS asked`,
  );
  if (row?.sealed !== true) return seen === null ? null : { number: seen, seen };
  const { head, last, next } = row;
  if (seen === null) return { number: last, seen: head };
  // A client that knows more than there is has to be told so: it begins beyond the end.
  if (seen > head) return { number: last + 1, seen };
  return { number: next === null ? last : next - 1, seen };
}
