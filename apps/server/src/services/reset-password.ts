import { randomUUID } from "node:crypto";
import { withUser } from "@assay/db";
import { DomainError } from "@assay/domain";
import { PASSWORD_MAX, PASSWORD_MIN } from "../auth.ts";
import type { App } from "../context.ts";
import { findReset } from "./find-reset.ts";

/**
 * Sets a password by a link. In one transaction with it, the link is spent and every sign-in of the person is over, so
 * that whoever had the old password is out at the moment it is no good.
 */
export async function resetPassword(
  app: App,
  { token, newPassword }: { token: string; newPassword: string },
): Promise<{ email: string }> {
  const { userId, email } = await findReset(app.db.prisma, token, app.now());
  refuseLength(newPassword);
  const auth = await app.auth.$context;
  const password = await auth.password.hash(newPassword);
  await withUser(app.db, userId, async (tx) => {
    // Two who use it at the same moment are one after the other; so are its use and a newer link.
    await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${userId} FOR UPDATE`;
    const now = app.now();
    const { id } = await findReset(tx, token, now);
    await tx.passwordReset.update({ where: { id }, data: { usedAt: now } });
    const credential = { userId, providerId: "credential" };
    const { count } = await tx.account.updateMany({ where: credential, data: { password, updatedAt: now } });
    if (count === 0) await tx.account.create({ data: { id: randomUUID(), accountId: userId, password, ...credential } });
    await tx.session.deleteMany({ where: { userId } });
  });
  // Streams go on until told.
  app.db.news.changed(userId);
  app.log.info({ userId }, "a password was set by a link");
  return { email };
}

/** As at sign-up, where the accounts' library looks. */
function refuseLength({ length }: string): void {
  const field = { field: "newPassword" };
  if (length < PASSWORD_MIN) {
    throw new DomainError("INVALID", `The password is too short: it needs at least ${PASSWORD_MIN} characters.`, field);
  }
  if (length > PASSWORD_MAX) {
    throw new DomainError("INVALID", `The password is too long: at most ${PASSWORD_MAX} characters.`, field);
  }
}
