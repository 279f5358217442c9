import { DomainError } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { Work } from "./in-case-mutation.ts";

export interface NewComment {
  id: string;
  threadId: string;
  text: string;
  mentions: string[];
}

/** A comment with its first wording. */
export async function writeComment(ctx: CaseContext, { tx, at }: Work, comment: NewComment): Promise<void> {
  const { id, threadId, text, mentions } = comment;
  const { workspaceId, userId: authorId } = ctx.scope;
  if ((await tx.comment.findUnique({ where: { id }, select: { id: true } })) !== null) {
    throw new DomainError("ALREADY_EXISTS", "This comment is there already. Reload the page to see it.");
  }
  await tx.comment.create({
    data: { id, workspaceId, threadId, authorId, text, mentions, createdAt: at, updatedAt: at },
    select: { id: true },
  });
  await tx.commentVersion.create({
    data: { commentId: id, version: 1, workspaceId, text, createdAt: at },
    select: { version: true },
  });
}
