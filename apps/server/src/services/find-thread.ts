import type { Tx } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { ThreadSubject, ThreadView } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { refuseRemoved } from "./find-source.ts";
import { isBlindToMe } from "./is-blind-to-me.ts";
import type { Work } from "./in-case-mutation.ts";
import { loadCurrent } from "./load-change.ts";

export interface FoundThread {
  id: string;
  subject: ThreadSubject;
  claimId: string | null;
  tagId: string | null;
  sourceId: string | null;
  version: number;
  resolvedAt: Date | null;
  createdBy: string;
}

const NO_THREAD = "There is no such thread in this case.";

/**
 * A thread that this person may see: one on a tag in a cell that is blind to them does not exist (B1).
 * `missing`: what is said of one that does not, by whoever was asked for something in it.
 */
export async function findThread(
  ctx: CaseContext,
  { tx }: Pick<Work, "tx">,
  threadId: string,
  missing = NO_THREAD,
): Promise<FoundThread> {
  const thread = await tx.thread.findFirst({
    where: { id: threadId, caseId: ctx.caseId },
    select: {
      id: true,
      subject: true,
      claimId: true,
      tagId: true,
      sourceId: true,
      version: true,
      resolvedAt: true,
      createdBy: true,
    },
  });
  if (thread === null) throw new DomainError("NOT_FOUND", missing);
  if (thread.tagId !== null && (await isBlindToMe(ctx, tx, thread.tagId))) {
    throw new DomainError("NOT_FOUND", missing);
  }
  return thread;
}

/**
 * Every change of a thread makes it newer, so that answers in any order end in the same view. What was said about a source
 * that was taken out waits with it (T7).
 */
export async function touchThread(
  { tx, at }: Pick<Work, "tx" | "at">,
  thread: Pick<FoundThread, "id" | "version" | "sourceId">,
  change: { resolvedAt?: Date | null; resolvedBy?: string | null; resolveReason?: string } = {},
): Promise<number> {
  const about = { id: thread.sourceId ?? "", removedAt: { not: null } };
  const removed = thread.sourceId === null ? null : await tx.source.findFirst({ where: about, select: { number: true, removedAt: true } });
  if (removed !== null) refuseRemoved(removed);
  const version = thread.version + 1;
  await tx.thread.update({ where: { id: thread.id }, data: { ...change, version, updatedAt: at } });
  return version;
}

export async function threadView(tx: Tx, caseId: string, threadId: string): Promise<ThreadView | undefined> {
  return (await loadCurrent(tx, caseId, { threads: [threadId] })).threads?.[0];
}

/** What an event of a thread says of the place it belongs to, so that the log can be read by cell. */
export function placeOf({ id, subject, claimId, sourceId, tagId }: FoundThread) {
  return { threadId: id, on: subject, claimId, sourceId, tagId };
}
