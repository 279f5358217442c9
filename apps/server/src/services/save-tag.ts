import { Prisma, runSql } from "@assay/db";
import type { NewEvent } from "@assay/db";
import { DomainError, isLostState } from "@assay/domain";
import type { CaseChange, SuggestionOrigin, TagContent, TagState, TagView } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { SentTagContent } from "../inputs/tag-inputs.ts";
import { decideOwnTag } from "../policies/tag.ts";
import { createTag } from "./create-tag.ts";
import { claimView, findClaim } from "./find-claim.ts";
import type { FoundClaim } from "./find-claim.ts";
import { findLost } from "./find-lost.ts";
import { findTag, refuseWithdrawnClaim } from "./find-tag.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import type { Work } from "./in-case-mutation.ts";
import { findJudged, readTagContent } from "./read-evidence.ts";
import { isSeenJson } from "./seal-json.ts";
import { contentPayload, writeTagVersion } from "./write-tag-version.ts";

export interface SaveTag {
  mutationId: string;
  id: string;
  claimId: string;
  sourceId: string;
  revisionId: string;
  /** 0 for a new tag. */
  baseVersion: number;
  claimVersion: number;
  content: SentTagContent;
  /** Where it was made of a suggestion. */
  suggestion?: SuggestionOrigin | undefined;
}

/**
 * What an annotator says of a cell: a new draft, or a new version of their tag there (T1), whichever id the client
 * made, since a person has one tag in a cell. A withdrawn one is restored with it (T9).
 */
export function saveTag(ctx: CaseContext, input: SaveTag): Promise<CaseChange> {
  return inCaseMutation(ctx, { procedure: "tag.save", mutationId: input.mutationId }, async (work) => {
    const { tx } = work;
    const claim = await findClaim(tx, ctx.caseId, input.claimId);
    refuseWithdrawnClaim({ number: claim.number, withdrawn: claim.withdrawnAt !== null });
    const existing = await findExisting(ctx, work, input);
    await expectWording(ctx, work, claim, input, existing);
    if (existing === null) {
      if (input.baseVersion !== 0) throw new DomainError("NOT_FOUND", "There is no such tag in this case.");
      return { events: [await createTag(ctx, work, input)], touched: { tags: [input.id] } };
    }
    return { events: await editTag(ctx, work, existing, input), touched: { tags: [existing.id] } };
  });
}

/** The tag that is meant: the one of this id, else the person's own in this cell. */
async function findExisting(ctx: CaseContext, work: Work, input: SaveTag): Promise<TagView | null> {
  const { id, claimId, sourceId } = input;
  const rows = await runSql<{ id: string }>(
    work.session,
    Prisma.sql`SELECT t.id::text FROM tags t WHERE t.case_id = ${ctx.caseId}::uuid AND ((t.id = ${id}::uuid
        AND ${isSeenJson()})
      OR (t.claim_id = ${claimId}::uuid AND t.source_id = ${sourceId}::uuid AND t.author_id = ${ctx.person.id}))`,
  );
  const meant = rows.find((row) => row.id === id) ?? rows[0];
  if (meant === undefined) return null;
  const { tag } = await findTag(work, ctx.caseId, meant.id);
  if (tag.claimId === claimId && tag.sourceId === sourceId) return tag;
  throw new DomainError("INVALID", "This tag belongs to another cell.", { field: "id" });
}

/** A judgement of words that have changed since is not saved as one of the new words (T6, E5). */
async function expectWording(
  ctx: CaseContext,
  { tx }: Work,
  claim: FoundClaim,
  input: SaveTag,
  existing: TagView | null,
): Promise<void> {
  if (input.claimVersion === claim.version) return;
  const key = { claimId_version: { claimId: claim.id, version: input.claimVersion } };
  const judged = await tx.claimVersion.findUnique({ where: key });
  if (judged === null) {
    const unknown = "The claim was never worded like that. Reload the page and try again.";
    throw new DomainError("INVALID", unknown, { field: "claimVersion" });
  }
  if (judged.text === claim.text) return;
  const message = `Claim C${claim.number} was reworded in the meantime. Read it again, then save.`;
  const currentClaim = await claimView(tx, ctx.caseId, claim.id);
  throw new DomainError("CONFLICT", message, { current: existing, yours: input.content, currentClaim });
}

async function editTag(ctx: CaseContext, work: Work, tag: TagView, input: SaveTag): Promise<NewEvent[]> {
  const { tx, at } = work;
  const { workspaceId } = ctx.scope;
  const isWithdrawn = tag.state === "withdrawn";
  // Its author may not see a withdrawn tag any more, and begins the cell as new.
  const baseVersion = isWithdrawn && input.baseVersion === 0 ? tag.version : input.baseVersion;
  const restored = isWithdrawn ? decideOwnTag("restore", { ctx, tag, baseVersion }, input.content) : tag.state;
  const next = decideOwnTag("edit", { ctx, tag: { ...tag, state: restored }, baseVersion }, input.content);
  const judged = await findJudged(ctx, work, tag.sourceId, input.revisionId);
  const sendsLost = input.content.evidence.some(({ state = "exact" }) => isLostState(state));
  const content = readTagContent(input.content, judged, sendsLost ? [...(await findLost(work, tag.id)), ...tag.evidence] : []);
  const { claimVersion, suggestion } = input;
  const { revisionId } = judged;
  const isSame = tag.claimVersion === claimVersion && tag.revisionId === revisionId && saysTheSame(tag, content);
  if (isSame && !isWithdrawn) return [];
  const version = tag.version + 1;
  const written = { tagId: tag.id, version, workspaceId, revisionId, claimVersion, content, suggestion, edited: true };
  await writeTagVersion(work, written);
  const stateReason = reasonOf(tag, next);
  await tx.tag.update({ where: { id: tag.id }, data: { state: next, stateReason, version, carriedTo: null, updatedAt: at } });
  const event = (kind: "tag.restored" | "tag.edited", from: TagState, to: TagState, more: object): NewEvent => {
    const payload = { claimId: tag.claimId, sourceId: tag.sourceId, version, from, to, ...more };
    return { kind, subject: tag.id, payload };
  };
  const said = { revisionId, claimVersion, ...(suggestion && { suggestion }) };
  const edited = event("tag.edited", restored, next, { ...said, ...contentPayload(content) });
  return isWithdrawn ? [event("tag.restored", tag.state, restored, { version: tag.version }), edited] : [edited];
}

function reasonOf(tag: TagView, next: TagState): string {
  if (next !== "stale") return "";
  return tag.state === "stale" ? tag.stateReason : "The tag was changed after it had been approved.";
}

/**
 * Ids of passages play no part: the same words selected again are the same passage. But where a newer revision changed
 * them, saving them is its author's word for them.
 */
function saysTheSame(tag: TagView, content: TagContent): boolean {
  if (tag.evidence.some(({ state }) => state === "fuzzy")) return false;
  return JSON.stringify(contentPayload(tag)) === JSON.stringify(contentPayload(content));
}
