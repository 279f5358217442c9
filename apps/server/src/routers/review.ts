import { ADJUDICATION_OUTCOMES, CAUSE_CODES, REVIEW_DECISIONS, STANCES } from "@assay/domain";
import { z } from "zod";
import { id, mutationId, phrase } from "../inputs/basics.ts";
import { childClaims } from "../inputs/claim-inputs.ts";
import { adjudicateTag } from "../services/adjudicate-tag.ts";
import { approveMany } from "../services/approve-many.ts";
import { decideReview } from "../services/decide-review.ts";
import { findPrecedents } from "../services/find-precedents.ts";
import { listReadings, readTag } from "../services/read-tag.ts";
import { inCase, router } from "../trpc.ts";

const of = { mutationId, caseId: id, tagId: id, tagVersion: z.int().min(1) };
const stance = z.enum(STANCES).optional();
const said = phrase(10_000);
const reading = { tagId: id, tagVersion: z.int().min(1) };
const split = z.strictObject({ children: childClaims, carry: z.boolean() }).optional();
const tags = z
  .array(z.strictObject(reading))
  .min(1)
  .max(1_000, { error: "At most 1,000 tags are approved at once. Approve them in parts." });

/** Anybody inside may ask; who may decide what about whose tag is for the domain's rules (T4, A1). */
export const reviewRouter = router({
  decide: inCase("read")
    .input(z.strictObject({ ...of, decision: z.enum(REVIEW_DECISIONS), reason: said, proposedStance: stance }))
    .mutation(({ ctx, input }) => decideReview(ctx, input)),
  adjudicate: inCase("read")
    .input(
      z.strictObject({
        ...of,
        // Whoever names no other tag has seen none: where one contends, they read it first (T5).
        others: z.array(z.strictObject(reading)).max(1_000).default([]),
        outcome: z.enum(ADJUDICATION_OUTCOMES),
        stance,
        cause: z.enum(CAUSE_CODES),
        note: said,
        split,
      }),
    )
    .mutation(({ ctx, input }) => adjudicateTag(ctx, input)),
  open: inCase("read")
    .input(z.strictObject({ caseId: id, ...reading }))
    .mutation(({ ctx, input }) => readTag(ctx, input)),
  readings: inCase("read")
    .input(z.strictObject({ caseId: id }))
    .query(({ ctx }) => listReadings(ctx)),
  approveMany: inCase("review")
    .input(z.strictObject({ mutationId, caseId: id, tags }))
    .mutation(({ ctx, input }) => approveMany(ctx, input)),
  precedents: inCase("read")
    .input(z.strictObject({ caseId: id, tagId: id, query: phrase(500).default("") }))
    .query(({ ctx, input }) => findPrecedents(ctx, input)),
});
