import { z } from "zod";
import { baseVersion, id, mutationId, phrase } from "../inputs/basics.ts";
import { suggestionOrigin } from "../inputs/assist-inputs.ts";
import { childClaims, claimFields } from "../inputs/claim-inputs.ts";
import { tagContent } from "../inputs/tag-inputs.ts";
import { createClaim } from "../services/create-claim.ts";
import { editClaim } from "../services/edit-claim.ts";
import { getClaimHistory } from "../services/get-claim-history.ts";
import { splitClaim } from "../services/split-claim.ts";
import { restoreClaim, withdrawClaim } from "../services/withdraw-claim.ts";
import { inCase, router } from "../trpc.ts";

const of = { mutationId, caseId: id };
const move = z.strictObject({ ...of, claimId: id, baseVersion });
/** Where a person made it of a suggestion. */
const suggestion = suggestionOrigin.optional();
const firstTag = z.strictObject({ id, sourceId: id, revisionId: id, content: tagContent, suggestion });

export const claimRouter = router({
  create: inCase("edit_claim")
    .input(z.strictObject({ ...of, id, ...claimFields, parentId: id.optional(), tag: firstTag.optional(), suggestion }))
    .mutation(({ ctx, input }) => createClaim(ctx, input)),
  edit: inCase("edit_claim")
    .input(z.strictObject({ ...of, claimId: id, baseVersion, ...claimFields }))
    .mutation(({ ctx, input }) => editClaim(ctx, input)),
  withdraw: inCase("edit_claim")
    .input(move)
    .mutation(({ ctx, input }) => withdrawClaim(ctx, input)),
  restore: inCase("edit_claim")
    .input(move)
    .mutation(({ ctx, input }) => restoreClaim(ctx, input)),
  split: inCase("edit_claim")
    .input(
      z.strictObject({
        ...of,
        claimId: id,
        baseVersion,
        children: childClaims,
        carry: z.boolean(),
        note: phrase(2_000),
        suggestion,
      }),
    )
    .mutation(({ ctx, input }) => splitClaim(ctx, input)),
  history: inCase("read")
    .input(z.strictObject({ caseId: id, claimId: id }))
    .query(({ ctx, input }) => getClaimHistory(ctx, input.claimId)),
});
