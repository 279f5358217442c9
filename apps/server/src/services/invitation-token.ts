import { createHash, createHmac } from "node:crypto";

/** Derived from the invitation's id, so that a replay gives the same link though only its hash is stored. */
export function invitationToken(secret: string, invitationId: string): string {
  return createHmac("sha256", secret).update(`invitation:${invitationId}`).digest("base64url");
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** How long a link lasts. */
export const INVITATION_DAYS = 14;
