import type { NewEvent } from "@assay/db";
import { NO_RATING } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { Work } from "./in-case-mutation.ts";
import type { Touched } from "./load-change.ts";

const REWORDED = "The claim was reworded after this was decided.";

/**
 * What people decided about a claim beside its tags, lifted because it was reworded: a verdict set by hand and a rating
 * were given to other words (T6). Both stay in the log and in their histories, to be given anew by people who are told
 * of it.
 */
export async function liftDecisions(
  ctx: CaseContext,
  { tx, at }: Work,
  claimId: string,
): Promise<{ events: NewEvent[]; touched: Touched }> {
  const { workspaceId, userId } = ctx.scope;
  const standing = { claimId, liftedAt: null };
  const overrides = await tx.verdictOverride.findMany({ where: standing, select: { id: true, verdict: true, authorId: true } });
  if (overrides.length > 0) {
    await tx.verdictOverride.updateMany({ where: standing, data: { liftedAt: at, liftedBy: userId } });
  }
  const events: NewEvent[] = overrides.map(({ id, verdict, authorId: givenBy }) => {
    const payload = { overrideId: id, verdict, claimId, givenBy };
    return { kind: "verdict.restored", subject: claimId, reason: REWORDED, payload };
  });
  const rated = await tx.rating.findFirst({ where: { caseId: ctx.caseId, claimId, entryId: { not: null } } });
  if (rated !== null) {
    const { id: ratingId, authorId: givenBy, label: was } = rated;
    const version = rated.version + 1;
    const said = { ...NO_RATING, version, authorId: userId };
    await tx.rating.update({ where: { id: ratingId }, data: { ...said, updatedAt: at } });
    await tx.ratingVersion.create({ data: { ratingId, workspaceId, ...said, createdAt: at } });
    const payload = { ratingId, version, claimId, ...NO_RATING, givenBy, was };
    events.push({ kind: "rating.lifted", subject: claimId, reason: REWORDED, payload });
  }
  const ratings = rated === null ? [] : [rated.id];
  return { events, touched: { removedOverrides: overrides.map(({ id }) => id), ratings } };
}
