import type { Tx } from "@assay/db";
import { DomainError, isBlindCell as isBlind, isHiddenFrom } from "@assay/domain";
import type { CellRef } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { readBlindness } from "./see-answer.ts";

/** B1: is this somebody else's tag of a cell that has not opened yet? */
export async function isBlindToMe(ctx: CaseContext, tx: Tx, tagId: string): Promise<boolean> {
  const tag = await tx.tag.findFirst({
    where: { id: tagId, caseId: ctx.caseId },
    select: { authorId: true, claimId: true, sourceId: true },
  });
  if (tag === null) throw new DomainError("NOT_FOUND", "There is no such tag in this case.");
  return isHiddenFrom(await readBlindness(tx, ctx.caseId), tag, ctx.person.id);
}

/** With one required tag no cell is blind; an opening is for good (B2). */
export async function isBlindCell(ctx: CaseContext, tx: Tx, cell: CellRef): Promise<boolean> {
  return isBlind(await readBlindness(tx, ctx.caseId), cell);
}
