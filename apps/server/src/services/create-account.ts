import { randomUUID } from "node:crypto";
import type { App, Person } from "../context.ts";

/** An account with a password, made by the server itself; the known one of this address as it is. */
export async function createAccount(
  app: App,
  { name, email, password }: { name: string; email: string; password: string },
): Promise<Person> {
  const users = app.db.prisma.user;
  const select = { id: true, name: true, email: true };
  const known = await users.findUnique({ where: { email }, select });
  if (known !== null) return known;
  const auth = await app.auth.$context;
  const hash = await auth.password.hash(password);
  const id = randomUUID();
  const account = { id: randomUUID(), accountId: id, providerId: "credential", password: hash };
  return users.create({ data: { id, name, email, accounts: { create: account } }, select });
}
