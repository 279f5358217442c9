import { DomainError } from "@assay/domain";
import type { CaseChange } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { findThread, placeOf, threadView, touchThread } from "./find-thread.ts";
import { inCaseMutation } from "./in-case-mutation.ts";

export interface MoveThread {
  mutationId: string;
  threadId: string;
  baseVersion: number;
  reason: string;
}

/** Settled, by anybody who takes part, with the reason; nobody resolves over an answer they have not seen (E5). */
export function resolveThread(ctx: CaseContext, input: MoveThread): Promise<CaseChange> {
  return moveThread(ctx, input, true);
}

export function reopenThread(ctx: CaseContext, input: MoveThread): Promise<CaseChange> {
  return moveThread(ctx, input, false);
}

function moveThread(ctx: CaseContext, input: MoveThread, resolve: boolean): Promise<CaseChange> {
  const { mutationId, threadId, baseVersion, reason } = input;
  const procedure = resolve ? "thread.resolve" : "thread.reopen";
  return inCaseMutation(ctx, { procedure, mutationId }, async (work) => {
    const { tx, at } = work;
    const thread = await findThread(ctx, work, threadId);
    if (thread.version !== baseVersion) {
      const current = await threadView(tx, ctx.caseId, threadId);
      const message = "This thread went on in the meantime. Read what is new, then decide.";
      throw new DomainError("CONFLICT", message, { current, yours: { reason }, rule: "E5" });
    }
    if ((thread.resolvedAt !== null) === resolve) {
      const state = resolve ? "is resolved already" : "is open already";
      throw new DomainError("REFUSED", `This thread ${state}.`, { rule: "thread" });
    }
    await touchThread(
      work,
      thread,
      resolve
        ? { resolvedAt: at, resolvedBy: ctx.person.id, resolveReason: reason }
        : { resolvedAt: null, resolvedBy: null, resolveReason: "" },
    );
    const kind = resolve ? "thread.resolved" : "thread.reopened";
    return {
      events: [{ kind, subject: threadId, reason, payload: placeOf(thread) }],
      touched: { threads: [threadId] },
    };
  });
}
