import type { CaseChange } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { ClaimFields } from "../inputs/claim-inputs.ts";
import { expectClaimVersion, findClaim } from "./find-claim.ts";
import { refuseWithdrawnClaim } from "./find-tag.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import { liftDecisions } from "./lift-decisions.ts";
import { staleTags } from "./stale-tags.ts";

export interface EditClaim extends ClaimFields {
  mutationId: string;
  claimId: string;
  baseVersion: number;
}

/**
 * A new wording makes decided and submitted tags stale, and lifts a verdict set by hand and a rating (T6): they judged
 * other words. Type and claimant do not.
 */
export function editClaim(ctx: CaseContext, input: EditClaim): Promise<CaseChange> {
  const { mutationId, claimId, baseVersion, text, type, claimant } = input;
  const wording = { text, type, claimant };
  return inCaseMutation(ctx, { procedure: "claim.edit", mutationId }, async (work) => {
    const { tx, at } = work;
    const claim = await findClaim(tx, ctx.caseId, claimId);
    await expectClaimVersion(tx, ctx.caseId, claim, baseVersion, wording);
    refuseWithdrawnClaim({ number: claim.number, withdrawn: claim.withdrawnAt !== null });
    const isReworded = claim.text !== text;
    if (!isReworded && claim.type === type && claim.claimant === claimant) {
      return { events: [], touched: { claims: [claimId] } };
    }
    const version = claim.version + 1;
    const { workspaceId, userId } = ctx.scope;
    const origin = claim.suggestion === null ? {} : { suggestion: { ...(claim.suggestion as object), edited: true } };
    await tx.claim.update({ where: { id: claimId }, data: { ...wording, ...origin, version, updatedAt: at } });
    await tx.claimVersion.create({
      data: { ...wording, ...origin, claimId, version, workspaceId, editedBy: userId, createdAt: at },
    });
    const before = { text: claim.text, type: claim.type, claimant: claim.claimant };
    const event = { kind: "claim.edited", subject: claimId, payload: { version, before, after: wording } } as const;
    if (!isReworded) return { events: [event], touched: { claims: [claimId] } };
    const staled = await staleTags(work, ctx.caseId, claimId, { from: claim.version, to: version });
    const lifted = await liftDecisions(ctx, work, claimId);
    const tags = staled.map(({ subject }) => subject);
    return { events: [event, ...staled, ...lifted.events], touched: { ...lifted.touched, claims: [claimId], tags } };
  });
}
