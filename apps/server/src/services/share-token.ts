import { createHash, createHmac } from "node:crypto";

/**
 * The secret of a link: 256 bits that nobody can guess. Derived from the link's id under the server's
 * secret, so that a replay and the desk's own list give the same link though only its hash is stored.
 */
export function shareToken(secret: string, linkId: string): string {
  return createHmac("sha256", secret).update(`share:${linkId}`).digest("base64url");
}

export function hashShareToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** How long a link lasts unless somebody says otherwise. */
export const SHARE_DAYS = 30;
export const MOST_SHARE_DAYS = 365;

/** A token never has another form: anything else is refused without a look into the database. */
export const SHARE_TOKEN = /^[\w-]{43}$/;
