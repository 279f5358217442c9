import { asWritten, refuse } from "@assay/domain";
import type { CaseChange } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { refusalError } from "../policies/refuse.ts";
import { refuseIncomplete } from "../policies/submission.ts";
import { decideOwnTag } from "../policies/tag.ts";
import { expectRead } from "./find-claim.ts";
import { findTag, refuseGone } from "./find-tag.ts";
import type { FoundTag } from "./find-tag.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import type { Work } from "./in-case-mutation.ts";
import { openAfter } from "./open-cells.ts";
import type { OwnTag } from "./withdraw-tag.ts";
import { contentPayload, writeTagVersion } from "./write-tag-version.ts";

export interface ReaffirmTag extends OwnTag {
  /** The wording, and the revision with the passages, that the author had read. */
  claimVersion: number;
  revisionId: string;
}

/**
 * The author stands by a stale tag (T9). The same words become a new TagVersion, because they now judge today's
 * wording and the passages where they are now: a review of the older version cannot be taken for a review of this one (T5).
 */
export function reaffirmTag(ctx: CaseContext, input: ReaffirmTag): Promise<CaseChange> {
  const { mutationId, tagId, baseVersion } = input;
  return inCaseMutation(ctx, { procedure: "tag.reaffirm", mutationId }, async (work) => {
    const found = await findTag(work, ctx.caseId, tagId);
    const { tag, claim, revision } = found;
    const to = decideOwnTag("reaffirm", { ctx, tag, baseVersion }, { baseVersion });
    refuseGone(found);
    await expectSame(work, found, input);
    const content = { ...tag, evidence: asWritten(tag.evidence) };
    refuseIncomplete(content, revision);
    const { workspaceId } = ctx.scope;
    const { claimId, sourceId, revisionId, state: from } = tag;
    const version = tag.version + 1;
    const claimVersion = claim.version;
    await writeTagVersion(work, { tagId, version, workspaceId, revisionId, claimVersion, content, edited: false });
    await work.tx.tag.update({
      where: { id: tagId },
      data: { state: to, stateReason: "", version, carriedTo: null, updatedAt: work.at },
    });
    const payload = { claimId, sourceId, revisionId, claimVersion, version, from, to, ...contentPayload(content) };
    const events = [{ kind: "tag.reaffirmed", subject: tagId, payload } as const];
    return openAfter(ctx, work, [tag], { events, touched: { tags: [tagId] } });
  });
}

/** Nobody stands by words that came after they had looked (T6): a tag's version does not tell of them. */
async function expectSame({ tx }: Work, { tag, claim }: FoundTag, input: ReaffirmTag): Promise<void> {
  if (input.revisionId !== tag.revisionId) {
    throw refusalError(refuse("T6", "The source has a newer revision than the one you read. Read it, then reaffirm the tag."));
  }
  await expectRead(tx, { id: tag.claimId, ...claim }, input.claimVersion);
}
