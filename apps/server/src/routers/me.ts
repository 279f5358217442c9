import { z } from "zod";
import { id, mutationId } from "../inputs/basics.ts";
import { endSession } from "../services/end-session.ts";
import { getMe } from "../services/get-me.ts";
import { listSessions } from "../services/list-sessions.ts";
import { open, router, signedIn } from "../trpc.ts";

export const meRouter = router({
  get: open.query(({ ctx }) => getMe(ctx)),
  /** Where this person is signed in. */
  sessions: signedIn.query(({ ctx }) => listSessions(ctx)),
  endSession: signedIn
    .input(z.strictObject({ mutationId, sessionId: id }))
    .mutation(({ ctx, input }) => endSession(ctx, input)),
});
