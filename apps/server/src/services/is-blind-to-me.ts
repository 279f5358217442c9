import type { Tx } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { CaseContext } from "../context.ts";

/** B1: is this somebody else's tag of a cell that has not opened yet? */
export async function isBlindToMe(ctx: CaseContext, tx: Tx, tagId: string): Promise<boolean> {
  const tag = await tx.tag.findFirst({
    where: { id: tagId, caseId: ctx.caseId },
    select: { authorId: true, claimId: true, sourceId: true },
  });
  if (tag === null) throw new DomainError("NOT_FOUND", "There is no such tag in this case.");
  return tag.authorId !== ctx.person.id && (await isBlindCell(ctx, tx, tag));
}

/** With one required tag no cell is blind; an opening is for good (B2). */
export async function isBlindCell(
  ctx: CaseContext,
  tx: Tx,
  { claimId, sourceId }: { claimId: string; sourceId: string },
): Promise<boolean> {
  if (ctx.policy.requiredTags < 2) return false;
  return (await tx.cellOpening.findUnique({ where: { claimId_sourceId: { claimId, sourceId } } })) === null;
}
