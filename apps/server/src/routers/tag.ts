import { z } from "zod";
import { baseVersion, id, mutationId } from "../inputs/basics.ts";
import { suggestionOrigin } from "../inputs/assist-inputs.ts";
import { tagContent } from "../inputs/tag-inputs.ts";
import { getTagHistory } from "../services/get-tag-history.ts";
import { getWhatChanged } from "../services/get-what-changed.ts";
import { reaffirmTag } from "../services/reaffirm-tag.ts";
import { saveTag } from "../services/save-tag.ts";
import { submitTag, submitTags } from "../services/submit-tag.ts";
import { restoreTag, withdrawTag } from "../services/withdraw-tag.ts";
import { inCase, router } from "../trpc.ts";

const of = { mutationId, caseId: id };
const cell = { claimId: id, sourceId: id, revisionId: id };
const one = z.strictObject({ ...of, tagId: id, baseVersion });
/** What the author had before their eyes. */
const read = { claimVersion: z.int().min(1), revisionId: id };
const items = z
  .array(z.strictObject({ tagId: id, baseVersion }))
  .min(1)
  .max(1000, { error: "At most 1,000 tags are submitted at once. Submit them in parts." });

export const tagRouter = router({
  save: inCase("tag")
    .input(
      z.strictObject({
        ...of,
        id,
        ...cell,
        baseVersion,
        claimVersion: z.int().min(1),
        content: tagContent,
        suggestion: suggestionOrigin.optional(),
      }),
    )
    .mutation(({ ctx, input }) => saveTag(ctx, input)),
  submit: inCase("tag")
    .input(one)
    .mutation(({ ctx, input }) => submitTag(ctx, input)),
  submitMany: inCase("tag")
    .input(z.strictObject({ ...of, items }))
    .mutation(({ ctx, input }) => submitTags(ctx, input)),
  withdraw: inCase("tag")
    .input(one)
    .mutation(({ ctx, input }) => withdrawTag(ctx, input)),
  restore: inCase("tag")
    .input(one)
    .mutation(({ ctx, input }) => restoreTag(ctx, input)),
  reaffirm: inCase("tag")
    .input(z.strictObject({ ...of, tagId: id, baseVersion, ...read }))
    .mutation(({ ctx, input }) => reaffirmTag(ctx, input)),
  whatChanged: inCase("read")
    .input(z.strictObject({ caseId: id, tagId: id }))
    .query(({ ctx, input }) => getWhatChanged(ctx, input.tagId)),
  history: inCase("read")
    .input(z.strictObject({ caseId: id, tagId: id }))
    .query(({ ctx, input }) => getTagHistory(ctx, input.tagId)),
});
