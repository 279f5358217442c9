import type { CaseChange } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { decideOwnTag } from "../policies/tag.ts";
import { refuseRemoved } from "./find-source.ts";
import { findTag, refuseGone } from "./find-tag.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import { moveTags } from "./move-tags.ts";

export interface OwnTag {
  mutationId: string;
  tagId: string;
  baseVersion: number;
}

/** A tombstone (T7): versions, reviews and events stay. */
export function withdrawTag(ctx: CaseContext, { mutationId, tagId, baseVersion }: OwnTag): Promise<CaseChange> {
  return inCaseMutation(ctx, { procedure: "tag.withdraw", mutationId }, async (work) => {
    const { tag, source } = await findTag(work, ctx.caseId, tagId);
    refuseRemoved(source);
    const to = decideOwnTag("withdraw", { ctx, tag, baseVersion }, { baseVersion });
    return { events: await moveTags(work, [{ tag, kind: "tag.withdrawn", to }]), touched: { tags: [tagId] } };
  });
}

export function restoreTag(ctx: CaseContext, { mutationId, tagId, baseVersion }: OwnTag): Promise<CaseChange> {
  return inCaseMutation(ctx, { procedure: "tag.restore", mutationId }, async (work) => {
    const found = await findTag(work, ctx.caseId, tagId);
    refuseGone(found);
    const { tag } = found;
    const to = decideOwnTag("restore", { ctx, tag, baseVersion }, { baseVersion });
    return { events: await moveTags(work, [{ tag, kind: "tag.restored", to }]), touched: { tags: [tagId] } };
  });
}
