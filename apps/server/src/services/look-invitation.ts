import { DomainError } from "@assay/domain";
import type { Role } from "@assay/domain";
import type { App } from "../context.ts";
import { findInvitation } from "./find-invitation.ts";
import type { FoundInvitation } from "./find-invitation.ts";

export interface InvitationView {
  workspaceName: string;
  role: Role;
  invitedBy: string;
  state: FoundInvitation["state"];
}

export async function lookInvitation(app: App, token: string): Promise<InvitationView> {
  const found = await findInvitation(app.db.prisma, token, app.now());
  if (found === null) throw new DomainError("NOT_FOUND", "This link leads nowhere. Ask for a new one.");
  const { workspaceName, role, invitedBy, state } = found;
  return { workspaceName, role, invitedBy, state };
}
