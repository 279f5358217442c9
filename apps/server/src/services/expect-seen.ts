import { Prisma } from "@assay/db";
import type { Tx } from "@assay/db";
import { DomainError, SIGNED_STAYS } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { seenHeadJson, wasSentJson } from "./seal-json.ts";

const MOVED_ON = "Somebody changed the case a moment ago. Look at what changed, then decide again.";

/**
 * Whoever signs or releases decides on what they had before their eyes: refuses when anything that a signature stands
 * for was changed after the last event they had seen, in their own counting. Under the case's lock.
 */
export async function expectSeen(tx: Tx, ctx: CaseContext, lastSeen: number): Promise<void> {
  const viewer = ctx.person.id;
  const [row] = await tx.$queryRaw<{ head: number }[]>(Prisma.sql`
    SELECT ${seenHeadJson(viewer)} AS head FROM cases c WHERE c.id = ${ctx.caseId}::uuid`);
  const missed = (row?.head ?? 0) - lastSeen;
  if (missed <= 0) return;
  const changes = await tx.$queryRaw<{ kind: string }[]>(Prisma.sql`
    SELECT kind FROM (SELECT e.kind FROM case_events e WHERE e.case_id = ${ctx.caseId}::uuid AND ${wasSentJson(viewer)}
      ORDER BY e.number DESC LIMIT ${missed}) AS missed WHERE kind <> ALL(${[...SIGNED_STAYS]}::text[]) LIMIT 1`);
  if (changes.length > 0) throw new DomainError("CONFLICT", MOVED_ON, { rule: "R1" });
}
