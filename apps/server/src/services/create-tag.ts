import type { NewEvent } from "@assay/db";
import type { CaseContext } from "../context.ts";
import type { SentTagContent } from "../inputs/tag-inputs.ts";
import type { Work } from "./in-case-mutation.ts";
import { findJudged, readTagContent } from "./read-evidence.ts";
import { contentPayload, writeTagVersion } from "./write-tag-version.ts";

export interface NewTag {
  id: string;
  claimId: string;
  sourceId: string;
  revisionId: string;
  claimVersion: number;
  content: SentTagContent;
}

/** A draft, complete or not (S5). The caller has made sure that the claim is there and stands. */
export async function createTag(ctx: CaseContext, work: Work, tag: NewTag): Promise<NewEvent> {
  const { tx, at } = work;
  const { id, claimId, sourceId, claimVersion } = tag;
  const { workspaceId, userId: authorId } = ctx.scope;
  const judged = await findJudged(tx, ctx.caseId, sourceId, tag.revisionId);
  const content = readTagContent(tag.content, judged);
  await tx.tag.create({
    data: {
      id,
      workspaceId,
      caseId: ctx.caseId,
      claimId,
      sourceId,
      authorId,
      state: "draft",
      createdAt: at,
      updatedAt: at,
    },
    select: { id: true },
  });
  const { revisionId } = judged;
  await writeTagVersion(work, { tagId: id, version: 1, workspaceId, revisionId, claimVersion, content });
  const payload = { claimId, sourceId, revisionId, claimVersion, version: 1, to: "draft", ...contentPayload(content) };
  return { kind: "tag.created", subject: id, payload };
}
