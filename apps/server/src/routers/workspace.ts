import { ROLES } from "@assay/domain";
import { z } from "zod";
import { baseVersion, id, mutationId, spokenPhrase } from "../inputs/basics.ts";
import { policy } from "../inputs/policy-inputs.ts";
import { removeMember, setRole } from "../services/change-member.ts";
import { createWorkspace } from "../services/create-workspace.ts";
import { getWorkspace } from "../services/get-workspace.ts";
import { inviteMember } from "../services/invite-member.ts";
import { makeReset } from "../services/make-reset.ts";
import { renameWorkspace } from "../services/rename-workspace.ts";
import { revokeInvitation } from "../services/revoke-invitation.ts";
import { revokeReset } from "../services/revoke-reset.ts";
import { setWorkspacePolicy } from "../services/set-workspace-policy.ts";
import { inWorkspace, router, signedIn } from "../trpc.ts";

const name = spokenPhrase(200, "Give the workspace a name.");
const role = z.enum(ROLES);
const userId = z.string().min(1).max(200);
/** What every change of a workspace names. */
const of = { mutationId, workspaceId: id };

export const workspaceRouter = router({
  create: signedIn
    .input(z.strictObject({ mutationId, id, name }))
    .mutation(({ ctx, input }) => createWorkspace(ctx, input)),
  get: inWorkspace("read")
    .input(z.strictObject({ workspaceId: id }))
    .query(({ ctx }) => getWorkspace(ctx)),
  rename: inWorkspace("manage_workspace")
    .input(z.strictObject({ ...of, baseVersion, name }))
    .mutation(({ ctx, input }) => renameWorkspace(ctx, input)),
  setPolicy: inWorkspace("manage_case")
    .input(z.strictObject({ ...of, baseVersion, policy }))
    .mutation(({ ctx, input }) => setWorkspacePolicy(ctx, input)),
  invite: inWorkspace("invite")
    .input(z.strictObject({ ...of, role }))
    .mutation(({ ctx, input }) => inviteMember(ctx, input)),
  revokeInvitation: inWorkspace("invite")
    .input(z.strictObject({ ...of, invitationId: id }))
    .mutation(({ ctx, input }) => revokeInvitation(ctx, input)),
  makeReset: inWorkspace("invite")
    .input(z.strictObject({ ...of, userId }))
    .mutation(({ ctx, input }) => makeReset(ctx, input)),
  revokeReset: inWorkspace("invite")
    .input(z.strictObject({ ...of, resetId: id }))
    .mutation(({ ctx, input }) => revokeReset(ctx, input)),
  setRole: inWorkspace("manage_workspace")
    .input(z.strictObject({ ...of, userId, role }))
    .mutation(({ ctx, input }) => setRole(ctx, input)),
  removeMember: inWorkspace("manage_workspace")
    .input(z.strictObject({ ...of, userId }))
    .mutation(({ ctx, input }) => removeMember(ctx, input)),
});
