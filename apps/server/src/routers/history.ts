import { HISTORY_GROUPS } from "@assay/domain";
import { z } from "zod";
import { id } from "../inputs/basics.ts";
import { getHistory } from "../services/get-history.ts";
import { inCase, router } from "../trpc.ts";

const moment = z.iso.datetime({ error: "This is no moment in time. Choose a day from the list." });

export const historyRouter = router({
  list: inCase("read")
    .input(
      z.strictObject({
        caseId: id,
        before: z.int().min(1).nullable(),
        limit: z.int().min(1).max(200),
        claimId: id.optional(),
        sourceId: id.optional(),
        actorId: z.string().min(1).max(200).optional(),
        groups: z.array(z.enum(HISTORY_GROUPS)).max(HISTORY_GROUPS.length).optional(),
        from: moment.optional(),
        to: moment.optional(),
      }),
    )
    .query(({ ctx, input }) => getHistory(ctx, input)),
});
