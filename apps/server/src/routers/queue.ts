import { z } from "zod";
import { id } from "../inputs/basics.ts";
import { queueAsk } from "../inputs/work-inputs.ts";
import { listQueue } from "../services/list-queue.ts";
import { inWorkspace, router } from "../trpc.ts";

export const queueRouter = router({
  mine: inWorkspace("read")
    .input(z.strictObject({ workspaceId: id, ...queueAsk }))
    .query(({ ctx, input }) => listQueue(ctx, input)),
});
