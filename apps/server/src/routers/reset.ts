import { z } from "zod";
import { lookReset } from "../services/look-reset.ts";
import { open, router } from "../trpc.ts";

/** Links for a new password. They are used beside the sign-in, where wrong ones are counted (http/create-http.ts). */
export const resetRouter = router({
  look: open
    .input(z.strictObject({ token: z.string().min(1).max(200) }))
    .query(({ ctx, input }) => lookReset(ctx.app, input.token)),
});
