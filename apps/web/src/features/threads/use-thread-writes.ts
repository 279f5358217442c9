import { useMemo } from "react";
import { api, newId } from "../../trpc.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";
import { useCaseOf } from "../case/use-case.ts";
import { standingMentions } from "./model/mentions.ts";
import type { CommentDraft } from "./model/mentions.ts";
import { subjectAt } from "./model/thread-place.ts";
import type { ThreadPlace } from "./model/thread-place.ts";

/** Everything a person does in a thread. Each answers with its outcome; a refusal was shown, or comes back to be shown. */
export function useThreadWrites() {
  const caseId = useCaseOf((one) => one.caseId);
  const latest = useCaseOf((one) => one.latest);
  const { run } = useCaseMutation();
  return useMemo(() => {
    const nameOf = (id: string) => latest().people.find((person) => person.id === id)?.name;
    const said = (draft: CommentDraft) => ({ text: draft.text.trim(), mentions: standingMentions(draft, nameOf) });
    const versionOf = (threadId: string) => latest().threads.find(({ id }) => id === threadId)?.version ?? 0;
    return {
      open: (place: ThreadPlace, draft: CommentDraft) => {
        const subject = subjectAt(place);
        if (subject === null) throw new Error("There is nothing here that a thread can be about");
        // Made once: what is sent again is the same thread (E4).
        const id = newId();
        const comment = { id: newId(), ...said(draft) };
        return run("Open a thread", (mutationId) => api.thread.open.mutate({ mutationId, caseId, id, subject, comment }));
      },
      comment: (threadId: string, draft: CommentDraft) => {
        const comment = { id: newId(), ...said(draft) };
        return run("Comment", (mutationId) => api.thread.comment.mutate({ mutationId, caseId, threadId, ...comment }));
      },
      edit: (commentId: string, baseVersion: number, draft: CommentDraft) => {
        const own = { commentId, baseVersion, ...said(draft) };
        const send = (mutationId: string) => api.thread.edit.mutate({ mutationId, caseId, ...own });
        return run("Edit a comment", send, { showsConflict: true });
      },
      withdraw: (commentId: string, baseVersion: number) =>
        run("Withdraw a comment", (mutationId) =>
          api.thread.withdraw.mutate({ mutationId, caseId, commentId, baseVersion }),
        ),
      resolve: (threadId: string, baseVersion: number, reason: string) =>
        run("Resolve a thread", (mutationId) =>
          api.thread.resolve.mutate({ mutationId, caseId, threadId, baseVersion, reason }),
        ),
      reopen: (threadId: string, reason: string) =>
        run("Reopen a thread", (mutationId) =>
          api.thread.reopen.mutate({ mutationId, caseId, threadId, baseVersion: versionOf(threadId), reason }),
        ),
    };
  }, [caseId, latest, run]);
}
