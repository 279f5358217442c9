import type { NewEvent } from "@assay/db";
import { nextState } from "@assay/domain";
import type { Work } from "./in-case-mutation.ts";

export const REWORDED = "The claim was reworded after this tag judged it.";

/** Turns every tag of a claim whose state rests on the old wording into stale (T6), each with its own event (T8). */
export async function staleTags({ tx, at }: Work, caseId: string, claimId: string): Promise<NewEvent[]> {
  const tags = await tx.tag.findMany({ where: { caseId, claimId }, select: { id: true, state: true, version: true } });
  const moved = tags.flatMap((tag) => {
    const next = nextState(tag.state, "invalidate");
    return next === null ? [] : [{ ...tag, next }];
  });
  for (const { id, next } of moved) {
    await tx.tag.update({ where: { id }, data: { state: next, stateReason: REWORDED, updatedAt: at } });
  }
  return moved.map(({ id, state, version, next }) => ({
    kind: "tag.staled",
    subject: id,
    reason: REWORDED,
    payload: { claimId, version, from: state, to: next },
  }));
}
