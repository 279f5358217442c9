import type { CaseChange } from "../case-view.ts";
import type { CommentView, ThreadView } from "../thread.ts";
import type { ForeseenInputs } from "./foreseen-input.ts";
import type { Foresight } from "./foresight.ts";
import { after, asPhrase, foreseen, tagOf } from "./foresight.ts";

export function foreseeOpenThread(sight: Foresight, input: ForeseenInputs["thread.open"]): CaseChange | null {
  const { id, subject, comment } = input;
  const { view, actorId } = sight;
  const tag = subject.kind === "tag" ? tagOf(sight, subject.tagId) : null;
  if (view.threads.some((one) => one.id === id) || (subject.kind === "tag" && tag === null)) return null;
  const at = after(sight);
  const claimId = subject.kind === "claim" || subject.kind === "passage" ? subject.claimId : (tag?.claimId ?? null);
  const passage = subject.kind === "passage" ? passageOf(subject) : null;
  const thread: ThreadView = {
    id,
    subject: subject.kind,
    claimId,
    tagId: tag?.id ?? null,
    passage,
    resolved: null,
    version: 1,
    createdBy: actorId,
    createdAt: at,
    updatedAt: at,
    comments: [newComment(sight, comment, at)],
  };
  return foreseen(sight, { threads: [thread] });
}

/** Two people may answer at once: an answer rests on no version. */
export function foreseeComment(sight: Foresight, input: ForeseenInputs["thread.comment"]): CaseChange | null {
  const thread = sight.view.threads.find(({ id }) => id === input.threadId);
  const isThere = thread?.comments.some(({ id }) => id === input.id);
  if (thread === undefined || isThere === true || thread.resolved !== null) return null;
  const comments = [...thread.comments, newComment(sight, input, after(sight, thread.updatedAt))];
  return touched(sight, thread, { comments });
}

export function foreseeEditComment(sight: Foresight, input: ForeseenInputs["thread.edit"]): CaseChange | null {
  const found = ownComment(sight, input);
  if (found === null) return null;
  const { thread, comment } = found;
  const text = asPhrase(input.text);
  const mentions = told(sight, input.mentions);
  if (comment.text === text && JSON.stringify(comment.mentions) === JSON.stringify(mentions)) {
    return foreseen(sight, { threads: [thread] });
  }
  return withComment(sight, thread, { ...comment, text, mentions, version: comment.version + 1 });
}

export function foreseeWithdrawComment(sight: Foresight, input: ForeseenInputs["thread.withdraw"]): CaseChange | null {
  const found = ownComment(sight, input);
  if (found === null) return null;
  return withComment(sight, found.thread, { ...found.comment, text: "", mentions: [], withdrawn: true });
}

export function foreseeResolve(sight: Foresight, input: ForeseenInputs["thread.resolve"]): CaseChange | null {
  const thread = threadAt(sight, input);
  if (thread === null || thread.resolved !== null) return null;
  const resolved = { by: sight.actorId, at: after(sight, thread.updatedAt), reason: asPhrase(input.reason) };
  return touched(sight, thread, { resolved });
}

export function foreseeReopen(sight: Foresight, input: ForeseenInputs["thread.reopen"]): CaseChange | null {
  const thread = threadAt(sight, input);
  return thread === null || thread.resolved === null ? null : touched(sight, thread, { resolved: null });
}

function threadAt({ view }: Foresight, { threadId, baseVersion }: { threadId: string; baseVersion: number }) {
  return view.threads.find(({ id, version }) => id === threadId && version === baseVersion) ?? null;
}

function ownComment({ view, actorId }: Foresight, { commentId, baseVersion }: ForeseenInputs["thread.withdraw"]) {
  for (const thread of view.threads) {
    const comment = thread.comments.find(({ id }) => id === commentId);
    if (comment === undefined) continue;
    const isMine = comment.authorId === actorId && comment.version === baseVersion && !comment.withdrawn;
    return isMine ? { thread, comment } : null;
  }
  return null;
}

function withComment(sight: Foresight, thread: ThreadView, comment: CommentView): CaseChange {
  const updatedAt = after(sight, thread.updatedAt);
  const comments = thread.comments.map((one) => (one.id === comment.id ? { ...comment, updatedAt } : one));
  return touched(sight, thread, { comments });
}

function touched(sight: Foresight, thread: ThreadView, change: Partial<ThreadView>): CaseChange {
  const { version, updatedAt } = thread;
  return foreseen(sight, {
    threads: [{ ...thread, ...change, version: version + 1, updatedAt: after(sight, updatedAt) }],
  });
}

function newComment(
  sight: Foresight,
  { id, text, mentions }: { id: string; text: string; mentions: readonly string[] },
  at: string,
): CommentView {
  const said = { text: asPhrase(text), mentions: told(sight, mentions) };
  return { id, authorId: sight.actorId, ...said, version: 1, withdrawn: false, createdAt: at, updatedAt: at };
}

/** Each once, and nobody tells themselves. */
function told({ actorId }: Foresight, mentions: readonly string[]): string[] {
  return [...new Set(mentions)].filter((userId) => userId !== actorId);
}

function passageOf({ sourceId, revisionId, start, end, exact }: NonNullable<ThreadView["passage"]>) {
  return { sourceId, revisionId, start, end, exact };
}
