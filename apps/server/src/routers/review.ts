import { ADJUDICATION_OUTCOMES, CAUSE_CODES, REVIEW_DECISIONS, STANCES } from "@assay/domain";
import { z } from "zod";
import { id, mutationId, phrase } from "../inputs/basics.ts";
import { adjudicateTag } from "../services/adjudicate-tag.ts";
import { decideReview } from "../services/decide-review.ts";
import { inCase, router } from "../trpc.ts";

const of = { mutationId, caseId: id, tagId: id, tagVersion: z.int().min(1) };
const stance = z.enum(STANCES).optional();
const said = phrase(10_000);

/** Anybody inside may ask; who may decide what about whose tag is for the domain's rules (T4, A1). */
export const reviewRouter = router({
  decide: inCase("read")
    .input(z.strictObject({ ...of, decision: z.enum(REVIEW_DECISIONS), reason: said, proposedStance: stance }))
    .mutation(({ ctx, input }) => decideReview(ctx, input)),
  adjudicate: inCase("read")
    .input(
      z.strictObject({ ...of, outcome: z.enum(ADJUDICATION_OUTCOMES), stance, cause: z.enum(CAUSE_CODES), note: said }),
    )
    .mutation(({ ctx, input }) => adjudicateTag(ctx, input)),
});
