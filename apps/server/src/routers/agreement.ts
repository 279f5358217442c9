import { z } from "zod";
import { id } from "../inputs/basics.ts";
import { listRatings } from "../services/list-ratings.ts";
import { inCase, router } from "../trpc.ts";

export const agreementRouter = router({
  ratings: inCase("read")
    .input(z.strictObject({ caseId: id }))
    .query(({ ctx }) => listRatings(ctx)),
});
