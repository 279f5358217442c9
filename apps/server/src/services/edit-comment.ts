import { DomainError } from "@assay/domain";
import type { CaseChange, CommentView } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { checkMentions } from "./check-mentions.ts";
import { findThread, placeOf, threadView, touchThread } from "./find-thread.ts";
import type { FoundThread } from "./find-thread.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import type { Work } from "./in-case-mutation.ts";

export interface OwnComment {
  mutationId: string;
  commentId: string;
  baseVersion: number;
}

export interface EditComment extends OwnComment {
  text: string;
  mentions: string[];
}

/** A new wording; earlier ones are kept. Who was mentioned before is not told a second time. */
export function editComment(ctx: CaseContext, input: EditComment): Promise<CaseChange> {
  const { mutationId, commentId, baseVersion, text } = input;
  return inCaseMutation(ctx, { procedure: "thread.edit", mutationId }, async (work) => {
    const { tx, at } = work;
    const { comment, thread } = await findOwnComment(ctx, work, input, { text });
    const mentions = await checkMentions(ctx, tx, thread, input.mentions);
    const touched = { threads: [thread.id] };
    const isSame = comment.text === text && JSON.stringify(comment.mentions) === JSON.stringify(mentions);
    if (isSame) return { events: [], touched };
    const version = baseVersion + 1;
    const { workspaceId } = ctx.scope;
    await tx.comment.update({ where: { id: commentId }, data: { text, mentions, version, updatedAt: at } });
    await tx.commentVersion.create({ data: { commentId, version, workspaceId, text, createdAt: at } });
    await touchThread(work, thread);
    const added = mentions.filter((userId) => !comment.mentions.includes(userId));
    const payload = { ...placeOf(thread), version, before: comment.text, text, mentions, newMentions: added };
    return { events: [{ kind: "comment.edited", subject: commentId, payload }], touched };
  });
}

/** A tombstone (T7): the words leave the page, and stay in the comment's history and in the log. */
export function withdrawComment(ctx: CaseContext, input: OwnComment): Promise<CaseChange> {
  const { mutationId, commentId } = input;
  return inCaseMutation(ctx, { procedure: "thread.withdraw", mutationId }, async (work) => {
    const { tx, at } = work;
    const { thread } = await findOwnComment(ctx, work, input, { withdrawn: true });
    await tx.comment.update({
      where: { id: commentId },
      data: { text: "", mentions: [], withdrawnAt: at, updatedAt: at },
    });
    await touchThread(work, thread);
    const payload = { ...placeOf(thread), version: input.baseVersion };
    return { events: [{ kind: "comment.withdrawn", subject: commentId, payload }], touched: { threads: [thread.id] } };
  });
}

const NO_COMMENT = "There is no such comment in this case.";

interface Owned {
  comment: Pick<CommentView, "text" | "mentions">;
  thread: FoundThread;
}

async function findOwnComment(ctx: CaseContext, work: Work, input: OwnComment, yours: object): Promise<Owned> {
  const { tx } = work;
  const comment = await tx.comment.findFirst({
    where: { id: input.commentId, thread: { caseId: ctx.caseId } },
    select: { authorId: true, threadId: true, text: true, mentions: true, version: true, withdrawnAt: true },
  });
  if (comment === null) throw new DomainError("NOT_FOUND", NO_COMMENT);
  const thread = await findThread(ctx, work, comment.threadId, NO_COMMENT);
  if (comment.authorId !== ctx.person.id) {
    throw new DomainError("FORBIDDEN", "Only its author changes a comment. Write one of your own.", { rule: "T1" });
  }
  if (comment.withdrawnAt !== null) {
    throw new DomainError("REFUSED", "This comment was withdrawn. Write a new one.", { rule: "T7" });
  }
  if (comment.version === input.baseVersion) return { comment, thread };
  const current = (await threadView(tx, ctx.caseId, thread.id))?.comments.find(({ id }) => id === input.commentId);
  const message = "You edited this comment elsewhere in the meantime. Both wordings are kept.";
  throw new DomainError("CONFLICT", message, { current, yours, rule: "E5" });
}
