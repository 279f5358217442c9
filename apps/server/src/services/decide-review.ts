import { randomUUID } from "node:crypto";
import { DomainError, checkReview } from "@assay/domain";
import type { CaseChange, ReviewDecision, Stance } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { refusalError } from "../policies/refuse.ts";
import { decideOthersTag } from "../policies/tag.ts";
import { findSeen, findTag, refuseBlindTag, refuseGone } from "./find-tag.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import { moveTags } from "./move-tags.ts";

export interface DecideReview {
  mutationId: string;
  tagId: string;
  /** The version the reviewer saw (T5). */
  tagVersion: number;
  decision: ReviewDecision;
  reason: string;
  proposedStance?: Stance | undefined;
}

export function decideReview(ctx: CaseContext, input: DecideReview): Promise<CaseChange> {
  const { mutationId, tagId, tagVersion, decision, reason, proposedStance = null } = input;
  return inCaseMutation(ctx, { procedure: "review.decide", mutationId }, async (work) => {
    const { tx, at } = work;
    const found = await findTag(work, ctx.caseId, tagId);
    const { tag, policy } = found;
    const decided = decideOthersTag(decision, { ctx, tag, policy, baseVersion: tagVersion });
    if (!decided.ok && decided.rule === "T5") {
      const seen = await findSeen(tx, tagId, tagVersion);
      throw new DomainError("STALE_REVIEW", decided.reason, { seen, current: tag, rule: "T5" });
    }
    if (!decided.ok) throw refusalError(decided);
    refuseBlindTag(found);
    refuseGone(found);
    const checked = checkReview({ decision, reason, proposedStance, tagStance: tag.stance });
    if (!checked.ok) throw refusalError(checked, { field: "reason" });
    const id = randomUUID();
    const { workspaceId, userId: reviewerId } = ctx.scope;
    const review = { id, workspaceId, tagId, tagVersion, reviewerId, decision, reason, proposedStance };
    await tx.review.create({ data: { ...review, createdAt: at }, select: { id: true } });
    const payload = { reviewId: id, decision, proposedStance };
    const events = await moveTags(work, [{ tag, kind: "tag.reviewed", to: decided.next, reason, payload }]);
    return { events, touched: { tags: [tagId], reviews: [id] } };
  });
}
