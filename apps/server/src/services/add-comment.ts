import { DomainError } from "@assay/domain";
import type { CaseChange } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { checkMentions } from "./check-mentions.ts";
import { findThread, placeOf, touchThread } from "./find-thread.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import { writeComment } from "./write-comment.ts";

export interface AddComment {
  mutationId: string;
  threadId: string;
  id: string;
  text: string;
  mentions: string[];
}

/** Two people may answer at once, so that this rests on no version; a resolved thread has to be reopened first. */
export function addComment(ctx: CaseContext, input: AddComment): Promise<CaseChange> {
  const { mutationId, threadId, id, text } = input;
  return inCaseMutation(ctx, { procedure: "thread.comment", mutationId }, async (work) => {
    const thread = await findThread(ctx, work, threadId);
    if (thread.resolvedAt !== null) {
      const message = "This thread is resolved. Reopen it to go on; what you wrote is kept.";
      throw new DomainError("REFUSED", message, { rule: "thread" });
    }
    const mentions = await checkMentions(ctx, work.tx, thread, input.mentions);
    await writeComment(ctx, work, { id, threadId, text, mentions });
    await touchThread(work, thread);
    const payload = { ...placeOf(thread), text, mentions };
    return { events: [{ kind: "comment.added", subject: id, payload }], touched: { threads: [threadId] } };
  });
}
