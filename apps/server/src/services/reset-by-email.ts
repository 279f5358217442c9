import { randomBytes, randomUUID } from "node:crypto";
import { withUser } from "@assay/db";
import type { Database } from "@assay/db";
import { DomainError } from "@assay/domain";
import { endResets } from "./end-resets.ts";
import { hashToken } from "./invitation-token.ts";
import { resetExpiry, resetPath } from "./reset-token.ts";

export interface EmailReset {
  name: string;
  email: string;
  path: string;
  expiresAt: Date;
}

/** How many addresses are named where the one asked for is none of them. */
const NAMED = 20;
const SECRET_BYTES = 32;

/** A link for whoever has this address, for the person who runs the server: nobody is asked what they may do. */
export async function resetByEmail(db: Database, address: string, now: Date): Promise<EmailReset> {
  // As the accounts' library keeps them.
  const email = address.trim().toLowerCase();
  const user = await db.prisma.user.findUnique({ where: { email }, select: { id: true, name: true } });
  if (user === null) throw new DomainError("NOT_FOUND", await unknownAddress(db, address));
  const { id: userId, name } = user;
  const token = randomBytes(SECRET_BYTES).toString("base64url");
  const expiresAt = resetExpiry(now);
  await withUser(db, userId, async (tx) => {
    await endResets(tx, userId, now);
    await tx.passwordReset.create({
      data: { id: randomUUID(), userId, tokenHash: hashToken(token), createdAt: now, expiresAt },
    });
  });
  return { name, email, path: resetPath(token), expiresAt };
}

async function unknownAddress(db: Database, address: string): Promise<string> {
  const known = await db.prisma.user.findMany({
    where: { accounts: { some: { providerId: "credential" } } },
    select: { email: true },
    orderBy: { createdAt: "asc" },
    take: NAMED,
  });
  const first = `Nobody has an account with the address ${address}.`;
  if (known.length === 0) return `${first} There are no accounts yet: the first person to sign up is let in.`;
  return `${first} ${known.length === NAMED ? "The oldest accounts are" : "There are"}:\n${known.map(({ email }) => `  ${email}`).join("\n")}`;
}
