import { withScope } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { findThread } from "./find-thread.ts";

export interface CommentVersionView {
  version: number;
  text: string;
  createdAt: string;
}

const NO_COMMENT = "There is no such comment in this case.";

/** Every wording a comment has had, oldest first, a withdrawn one's too (T7). */
export function getCommentVersions(ctx: CaseContext, commentId: string): Promise<{ versions: CommentVersionView[] }> {
  return withScope(ctx.app.db, ctx.scope, async (tx) => {
    const comment = await tx.comment.findFirst({
      where: { id: commentId, thread: { caseId: ctx.caseId } },
      select: { threadId: true },
    });
    if (comment === null) throw new DomainError("NOT_FOUND", NO_COMMENT);
    await findThread(ctx, { tx }, comment.threadId, NO_COMMENT);
    const rows = await tx.commentVersion.findMany({ where: { commentId }, orderBy: { version: "asc" } });
    return {
      versions: rows.map(({ version, text, createdAt }) => ({ version, text, createdAt: createdAt.toISOString() })),
    };
  });
}
