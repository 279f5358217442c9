import { z } from "zod";
import { id, mutationId, phrase } from "../inputs/basics.ts";
import { releaseNumber } from "../inputs/release-inputs.ts";
import { listShares, revokeShare, shareRelease } from "../services/share-release.ts";
import { MOST_SHARE_DAYS } from "../services/share-token.ts";
import { inCase, router } from "../trpc.ts";

const days = z
  .int({ error: "Give a whole number of days." })
  .min(1, { error: "A link lasts a day at least." })
  .max(MOST_SHARE_DAYS, { error: `A link lasts ${MOST_SHARE_DAYS} days at most. Make another one after that.` });

export const shareRouter = router({
  list: inCase("release")
    .input(z.strictObject({ caseId: id }))
    .query(({ ctx }) => listShares(ctx)),
  create: inCase("release")
    .input(z.strictObject({ mutationId, caseId: id, number: releaseNumber, label: phrase(200), days }))
    .mutation(({ ctx, input }) => shareRelease(ctx, input)),
  revoke: inCase("release")
    .input(z.strictObject({ mutationId, caseId: id, shareId: id }))
    .mutation(({ ctx, input }) => revokeShare(ctx, input)),
});
