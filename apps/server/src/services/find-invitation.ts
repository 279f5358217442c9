import type { Queries } from "@assay/db";
import type { Role } from "@assay/domain";
import { hashToken } from "./invitation-token.ts";

export interface FoundInvitation {
  id: string;
  workspaceId: string;
  workspaceName: string;
  role: Role;
  invitedBy: string;
  state: "open" | "expired" | "accepted" | "revoked";
}

interface Row {
  id: string;
  workspace_id: string;
  workspace_name: string;
  role: Role;
  invited_by: string | null;
  expires_at: Date;
  accepted_at: Date | null;
  revoked_at: Date | null;
}

/** By the token alone: whoever holds the link may see where it leads. */
export async function findInvitation(queries: Queries, token: string, now: Date): Promise<FoundInvitation | null> {
  const rows = await queries.$queryRaw<Row[]>`
    SELECT id::text, workspace_id::text, workspace_name, role::text, invited_by, expires_at, accepted_at, revoked_at
    FROM assay_invitation(${hashToken(token)})`;
  const [row] = rows;
  if (row === undefined) return null;
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    workspaceName: row.workspace_name,
    role: row.role,
    invitedBy: row.invited_by ?? "",
    state: stateOf(row, now),
  };
}

function stateOf(row: Row, now: Date): FoundInvitation["state"] {
  if (row.accepted_at !== null) return "accepted";
  if (row.revoked_at !== null) return "revoked";
  return row.expires_at <= now ? "expired" : "open";
}
