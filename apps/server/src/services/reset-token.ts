import { createHmac } from "node:crypto";

/** Derived from the link's id, so that a replay gives the same link though only its hash is stored. */
export function resetToken(secret: string, resetId: string): string {
  return createHmac("sha256", secret).update(`password reset:${resetId}`).digest("base64url");
}

/** How long a link lasts. */
export const RESET_HOURS = 24;

export function resetExpiry(now: Date): Date {
  return new Date(now.getTime() + RESET_HOURS * 3_600_000);
}

export const resetPath = (token: string) => `/reset/${token}`;
