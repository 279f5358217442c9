import { DomainError, anchorMatches, isGraphemeBoundary } from "@assay/domain";
import type { CaseChange } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { SentSubject } from "../inputs/thread-inputs.ts";
import { checkMentions } from "./check-mentions.ts";
import { findClaim } from "./find-claim.ts";
import { refuseRemoved } from "./find-source.ts";
import { findTag } from "./find-tag.ts";
import { placeOf } from "./find-thread.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import type { Work } from "./in-case-mutation.ts";
import { isBlindToMe } from "./is-blind-to-me.ts";
import { findJudged } from "./read-evidence.ts";
import { writeComment } from "./write-comment.ts";

export interface OpenThread {
  mutationId: string;
  id: string;
  subject: SentSubject;
  comment: { id: string; text: string; mentions: string[] };
}

/** A thread begins with its first comment. */
export function openThread(ctx: CaseContext, input: OpenThread): Promise<CaseChange> {
  const { mutationId, id, comment } = input;
  return inCaseMutation(ctx, { procedure: "thread.open", mutationId }, async (work) => {
    const { tx, at } = work;
    if ((await tx.thread.findUnique({ where: { id }, select: { id: true } })) !== null) {
      throw new DomainError("ALREADY_EXISTS", "This thread is there already. Reload the page to see it.");
    }
    const place = await findPlace(ctx, work, input.subject);
    const mentions = await checkMentions(ctx, tx, place, comment.mentions);
    const { workspaceId, userId: createdBy } = ctx.scope;
    const row = { id, workspaceId, caseId: ctx.caseId, subject: input.subject.kind, ...place };
    await tx.thread.create({ data: { ...row, createdBy, createdAt: at, updatedAt: at }, select: { id: true } });
    await writeComment(ctx, work, { ...comment, mentions, threadId: id });
    const { start, end, exact, revisionId } = place;
    const passage = revisionId === null ? {} : { passage: { revisionId, start, end, exact } };
    const where = placeOf({ ...row, version: 1, resolvedAt: null, createdBy });
    const payload = { ...where, ...passage, commentId: comment.id, text: comment.text, mentions };
    return { events: [{ kind: "thread.opened", subject: id, payload }], touched: { threads: [id] } };
  });
}

const NOWHERE = {
  claimId: null,
  tagId: null,
  sourceId: null,
  revisionId: null,
  start: null,
  end: null,
  exact: null,
};

/** The columns that say what the thread is about. */
async function findPlace(ctx: CaseContext, work: Work, subject: SentSubject) {
  if (subject.kind === "case") return NOWHERE;
  if (subject.kind === "claim") {
    await findClaim(work.tx, ctx.caseId, subject.claimId);
    return { ...NOWHERE, claimId: subject.claimId };
  }
  if (subject.kind === "tag") {
    const { tag, source } = await findTag(work, ctx.caseId, subject.tagId);
    if (await isBlindToMe(ctx, work.tx, tag.id)) {
      throw new DomainError("NOT_FOUND", "There is no such tag in this case.");
    }
    refuseRemoved(source);
    return { ...NOWHERE, tagId: tag.id, claimId: tag.claimId, sourceId: tag.sourceId };
  }
  const { sourceId, revisionId, start, end, exact, claimId } = subject;
  if (claimId !== null) await findClaim(work.tx, ctx.caseId, claimId);
  const { text } = await findJudged(ctx, work, sourceId, revisionId);
  if (end > text.length || !anchorMatches(text, { start, end, exact })) {
    const message = "This passage is not what stands at its place in the source. Select it again.";
    throw new DomainError("INVALID", message, { rule: "X1", field: "subject" });
  }
  if (!isGraphemeBoundary(text, start) || !isGraphemeBoundary(text, end)) {
    const message = "This passage begins or ends inside a character. Select it again.";
    throw new DomainError("INVALID", message, { rule: "X3", field: "subject" });
  }
  return { claimId, tagId: null, sourceId, revisionId, start, end, exact };
}
