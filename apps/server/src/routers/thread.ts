import { z } from "zod";
import { baseVersion, id, mutationId } from "../inputs/basics.ts";
import { comment, threadReason as reason, threadSubject } from "../inputs/thread-inputs.ts";
import { addComment } from "../services/add-comment.ts";
import { editComment, withdrawComment } from "../services/edit-comment.ts";
import { getCommentVersions } from "../services/get-comment-versions.ts";
import { openThread } from "../services/open-thread.ts";
import { reopenThread, resolveThread } from "../services/resolve-thread.ts";
import { inCase, router } from "../trpc.ts";

const of = { mutationId, caseId: id };

export const threadRouter = router({
  open: inCase("discuss")
    .input(z.strictObject({ ...of, id, subject: threadSubject, comment: z.strictObject({ id, ...comment }) }))
    .mutation(({ ctx, input }) => openThread(ctx, input)),
  comment: inCase("discuss")
    .input(z.strictObject({ ...of, threadId: id, id, ...comment }))
    .mutation(({ ctx, input }) => addComment(ctx, input)),
  edit: inCase("discuss")
    .input(z.strictObject({ ...of, commentId: id, baseVersion, ...comment }))
    .mutation(({ ctx, input }) => editComment(ctx, input)),
  withdraw: inCase("discuss")
    .input(z.strictObject({ ...of, commentId: id, baseVersion }))
    .mutation(({ ctx, input }) => withdrawComment(ctx, input)),
  resolve: inCase("discuss")
    .input(z.strictObject({ ...of, threadId: id, baseVersion, reason }))
    .mutation(({ ctx, input }) => resolveThread(ctx, input)),
  reopen: inCase("discuss")
    .input(z.strictObject({ ...of, threadId: id, baseVersion, reason }))
    .mutation(({ ctx, input }) => reopenThread(ctx, input)),
  versions: inCase("read")
    .input(z.strictObject({ caseId: id, commentId: id }))
    .query(({ ctx, input }) => getCommentVersions(ctx, input.commentId)),
});
