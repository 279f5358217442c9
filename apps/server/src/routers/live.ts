import { z } from "zod";
import { id } from "../inputs/basics.ts";
import { lastEventId, selection } from "../inputs/live-inputs.ts";
import { leavePresence, showPresence } from "../services/show-presence.ts";
import { inCase, router } from "../trpc.ts";

export const liveRouter = router({
  /** Every message is tracked by the number of the last event that its receiver then knows. */
  case: inCase("read")
    .input(z.strictObject({ caseId: id, lastEventId }))
    .subscription(async ({ ctx, input, signal }) => {
      const stream = await ctx.app.live.open(ctx, input.lastEventId ?? null);
      signal?.addEventListener("abort", () => stream.end(), { once: true });
      return stream;
    }),
  presence: inCase("read")
    .input(
      z.strictObject({ caseId: id, pageId: id, sourceId: id.nullable(), claimId: id.nullable(), selection }),
    )
    .mutation(({ ctx, input: { caseId: _, ...place } }) => showPresence(ctx, place)),
  leave: inCase("read")
    .input(z.strictObject({ caseId: id, pageId: id }))
    .mutation(({ ctx, input }) => leavePresence(ctx, input.pageId)),
});
