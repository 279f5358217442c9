import type { Queries } from "@assay/db";
import { DomainError } from "@assay/domain";
import { mayReset } from "../policies/password-reset.ts";
import { findBelongings } from "./find-belongings.ts";
import { hashToken } from "./invitation-token.ts";
import { RESET_HOURS } from "./reset-token.ts";

export interface OpenReset {
  id: string;
  userId: string;
  name: string;
  email: string;
  /** Empty where whoever runs the server made it. */
  madeBy: string;
  expiresAt: Date;
}

interface Row extends OpenReset {
  workspaceId: string | null;
  createdBy: string | null;
  usedAt: Date | null;
  revokedAt: Date | null;
}

type State = "used" | "revoked" | "expired";

const REFUSALS: Record<State, string> = {
  used: "This link was used already, and each works once. Sign in with the password that was set. If that was not you, ask for a new link at once.",
  revoked: "This link is no longer good: it was withdrawn, or something has changed since. Open the newest one, or ask for another.",
  expired: `This link has expired: it was good for ${RESET_HOURS} hours. Ask for a new one.`,
};

/** By the token alone. A link that sets no password any more is refused, with what to do instead. */
export async function findReset(queries: Queries, token: string, now: Date): Promise<OpenReset> {
  const [row] = await queries.$queryRaw<Row[]>`
    SELECT id::text, workspace_id::text AS "workspaceId", user_id AS "userId", name, email, created_by AS "createdBy",
      coalesce(made_by, '') AS "madeBy", expires_at AS "expiresAt", used_at AS "usedAt", revoked_at AS "revokedAt"
    FROM assay_password_reset(${hashToken(token)})`;
  if (row === undefined) {
    const message = "There is no such link. It may have been cut short when it was copied: copy all of it, or ask for a new one.";
    throw new DomainError("NOT_FOUND", message);
  }
  const state = await stateOf(queries, row, now);
  if (state !== null) throw new DomainError("REFUSED", REFUSALS[state], { state });
  const { id, userId, name, email, madeBy, expiresAt } = row;
  return { id, userId, name, email, madeBy, expiresAt };
}

/**
 * Null while it is open. Who may do what can have changed since it was made, here or on another desk: a link opens
 * nothing that its maker could not open now.
 */
async function stateOf(queries: Queries, row: Row, now: Date): Promise<State | null> {
  const { userId, workspaceId, createdBy } = row;
  if (row.usedAt !== null) return "used";
  if (row.expiresAt <= now) return "expired";
  if (row.revokedAt !== null) return "revoked";
  if (createdBy === null) return null;
  const desks = await findBelongings(queries, userId);
  const isMember = desks.some((desk) => desk.workspaceId === workspaceId);
  return isMember && mayReset(await findBelongings(queries, createdBy), desks) ? null : "revoked";
}
