import { getMe } from "../services/get-me.ts";
import { listSessions } from "../services/list-sessions.ts";
import { open, router, signedIn } from "../trpc.ts";

export const meRouter = router({
  get: open.query(({ ctx }) => getMe(ctx)),
  /** Where this person is signed in. */
  sessions: signedIn.query(({ ctx }) => listSessions(ctx)),
});
