import { open, router } from "../trpc.ts";
import { getMe } from "../services/get-me.ts";

export const meRouter = router({
  get: open.query(({ ctx }) => getMe(ctx)),
});
