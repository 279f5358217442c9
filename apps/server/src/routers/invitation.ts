import { z } from "zod";
import { mutationId } from "../inputs/basics.ts";
import { acceptInvitation } from "../services/accept-invitation.ts";
import { lookInvitation } from "../services/look-invitation.ts";
import { open, router, signedIn } from "../trpc.ts";

const token = z.string().min(1).max(200);

export const invitationRouter = router({
  look: open.input(z.strictObject({ token })).query(({ ctx, input }) => lookInvitation(ctx.app, input.token)),
  accept: signedIn
    .input(z.strictObject({ mutationId, token }))
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
});
