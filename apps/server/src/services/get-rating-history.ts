import { withScope } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { CaseContext } from "../context.ts";

export interface RatingVersionView {
  version: number;
  /** Empty where the rating was lifted. */
  label: string;
  colour: string;
  justification: string;
  authorId: string;
  createdAt: string;
}

/** What a claim, or the piece, was rated before; newest first. */
export function getRatingHistory(ctx: CaseContext, ratingId: string): Promise<RatingVersionView[]> {
  return withScope(ctx.app.db, ctx.scope, async (tx) => {
    const found = await tx.rating.findFirst({
      where: { id: ratingId, caseId: ctx.caseId },
      select: { versions: { orderBy: { version: "desc" } } },
    });
    if (found === null) throw new DomainError("NOT_FOUND", "There is no such rating in this case.");
    return found.versions.map(({ version, label, colour, justification, authorId, createdAt }) => {
      return { version, label, colour, justification, authorId, createdAt: createdAt.toISOString() };
    });
  });
}
