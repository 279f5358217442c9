import { randomUUID } from "node:crypto";
import { Prisma, runSql } from "@assay/db";
import { refuse } from "@assay/domain";
import type { CaseChange, Refusal, TagState } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { decideOthersTag } from "../policies/tag.ts";
import { findTags } from "./find-tag.ts";
import type { FoundTag } from "./find-tag.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import type { Work } from "./in-case-mutation.ts";
import { moveTags } from "./move-tags.ts";
import type { Move } from "./move-tags.ts";
import type { Reading } from "./read-tag.ts";

export interface ApproveMany {
  mutationId: string;
  tags: readonly Reading[];
}

export interface RefusedTag extends Reading {
  reason: string;
  /** The design's number, or "opened" for a version that the reviewer has not had before their eyes. */
  rule: string;
}

/** Approves what this reviewer has opened in the version it has now, and says of the rest why not. */
export function approveMany(
  ctx: CaseContext,
  { mutationId, tags }: ApproveMany,
): Promise<CaseChange & { refused: RefusedTag[] }> {
  const call = { procedure: "review.approveMany", mutationId };
  return inCaseMutation<{ refused: RefusedTag[] }>(ctx, call, async (work) => {
    const asked = [...new Map(tags.map((one) => [one.tagId, one])).values()];
    const found = await findTags(work, ctx.caseId, asked.map(({ tagId }) => tagId));
    const opened = await findOpened(ctx, work, asked);
    const moves: Move[] = [];
    const reviews: { id: string; tagId: string; tagVersion: number }[] = [];
    const refused: RefusedTag[] = [];
    for (const one of asked) {
      const decided = decideApproval(ctx, found.get(one.tagId), one, opened);
      if (!decided.ok) {
        refused.push({ ...one, reason: decided.reason, rule: decided.rule });
        continue;
      }
      const id = randomUUID();
      reviews.push({ id, ...one });
      const payload = { reviewId: id, decision: "approve", proposedStance: null };
      moves.push({ tag: decided.found.tag, kind: "tag.reviewed", to: decided.next, payload });
    }
    await insertApprovals(ctx, work, reviews);
    const events = await moveTags(work, moves);
    const touched = { tags: reviews.map(({ tagId }) => tagId), reviews: reviews.map(({ id }) => id) };
    return { events, touched, extra: { refused } };
  });
}

function decideApproval(
  ctx: CaseContext,
  found: FoundTag | undefined,
  { tagId, tagVersion }: Reading,
  opened: ReadonlySet<string>,
): { ok: true; next: TagState; found: FoundTag } | Refusal {
  if (found === undefined) return refuse("P1", "There is no such tag in this case.");
  if (found.isBlind) return refuse("B1", "This cell is blind until enough people have submitted their tags.");
  const decided = decideOthersTag("approve", { ctx, tag: found.tag, policy: found.policy, baseVersion: tagVersion });
  if (!decided.ok) return decided;
  if (found.claim.withdrawn) return refuse("T7", `Claim C${found.claim.number} is withdrawn. Restore it first.`);
  if (found.source.removedAt !== null) return refuse("T7", `Source ${found.source.number} was taken out of the case.`);
  if (!opened.has(`${tagId} ${tagVersion}`)) {
    return refuse("opened", "You have not opened this version. Look at it, then approve it.");
  }
  return { ok: true, next: decided.next, found };
}

async function findOpened(ctx: CaseContext, { session }: Work, asked: readonly Reading[]): Promise<Set<string>> {
  const rows = await runSql<{ key: string }>(
    session,
    Prisma.sql`SELECT tag_id || ' ' || tag_version AS key FROM tag_readings
      WHERE reader_id = ${ctx.scope.userId} AND tag_id = ANY(${asked.map(({ tagId }) => tagId)}::uuid[])`,
  );
  return new Set(rows.map(({ key }) => key));
}

async function insertApprovals(
  ctx: CaseContext,
  { tx, at }: Work,
  reviews: readonly { id: string; tagId: string; tagVersion: number }[],
): Promise<void> {
  if (reviews.length === 0) return;
  const { workspaceId, userId: reviewerId } = ctx.scope;
  await tx.review.createMany({
    data: reviews.map((one) => ({ ...one, workspaceId, reviewerId, decision: "approve" as const, createdAt: at })),
  });
}
