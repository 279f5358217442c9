import type { NewEvent } from "@assay/db";
import { nextState } from "@assay/domain";
import type { Work } from "./in-case-mutation.ts";
import { moveTags } from "./move-tags.ts";

export const REWORDED = "The claim was reworded after this tag judged it.";

/**
 * Turns every tag of a claim whose state rests on the old wording into stale (T6), each with its own event that names both
 * wordings (T8).
 */
export async function staleTags(
  work: Work,
  caseId: string,
  claimId: string,
  reworded: { from: number; to: number },
): Promise<NewEvent[]> {
  const tags = await work.tx.tag.findMany({
    where: { caseId, claimId },
    select: { id: true, claimId: true, sourceId: true, state: true, version: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const moves = tags.flatMap((tag) => {
    const to = nextState(tag.state, "invalidate");
    const payload = { cause: { claimVersion: reworded } };
    return to === null ? [] : [{ tag, kind: "tag.staled", to, reason: REWORDED, payload } as const];
  });
  return moveTags(work, moves);
}
