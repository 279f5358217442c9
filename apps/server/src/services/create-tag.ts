import { Prisma, runSql } from "@assay/db";
import type { NewEvent } from "@assay/db";
import type { SuggestionOrigin } from "@assay/domain";
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
  suggestion?: SuggestionOrigin | undefined;
}

/** A draft, complete or not (S5). The caller has made sure that the claim is there and stands. */
export async function createTag(ctx: CaseContext, work: Work, tag: NewTag): Promise<NewEvent> {
  const { session, at } = work;
  const { id, claimId, sourceId, claimVersion, suggestion } = tag;
  const { workspaceId, userId: authorId } = ctx.scope;
  const judged = await findJudged(ctx, work, sourceId, tag.revisionId);
  const content = readTagContent(tag.content, judged);
  await runSql(
    session,
    Prisma.sql`INSERT INTO tags (id, workspace_id, case_id, claim_id, source_id, author_id, state, created_at,
        updated_at)
      VALUES (${id}::uuid, ${workspaceId}::uuid, ${ctx.caseId}::uuid, ${claimId}::uuid, ${sourceId}::uuid, ${authorId},
        'draft', ${at}, ${at})`,
  );
  const { revisionId } = judged;
  const origin = { suggestion, edited: false };
  await writeTagVersion(work, { tagId: id, version: 1, workspaceId, revisionId, claimVersion, content, ...origin });
  const place = { claimId, sourceId, revisionId, claimVersion, version: 1, to: "draft" };
  const payload = { ...place, ...contentPayload(content), ...(suggestion && { suggestion }) };
  return { kind: "tag.created", subject: id, payload };
}
