import { z } from "zod";
import { id, mutationId } from "../inputs/basics.ts";
import { ratingInput, scaleInput } from "../inputs/release-inputs.ts";
import { getRatingHistory } from "../services/get-rating-history.ts";
import { getRatingScale, setRatingScale } from "../services/set-rating-scale.ts";
import { setRating } from "../services/set-rating.ts";
import { inCase, inWorkspace, router } from "../trpc.ts";

export const ratingRouter = router({
  set: inCase("rate")
    .input(z.strictObject({ mutationId, caseId: id, ...ratingInput }))
    .mutation(({ ctx, input }) => setRating(ctx, input)),
  history: inCase("read")
    .input(z.strictObject({ caseId: id, ratingId: id }))
    .query(({ ctx, input }) => getRatingHistory(ctx, input.ratingId)),
  scale: inWorkspace("read")
    .input(z.strictObject({ workspaceId: id }))
    .query(({ ctx }) => getRatingScale(ctx)),
  setScale: inWorkspace("manage_case")
    .input(z.strictObject({ mutationId, workspaceId: id, ...scaleInput }))
    .mutation(({ ctx, input }) => setRatingScale(ctx, input)),
});
