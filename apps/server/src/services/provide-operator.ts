import { randomUUID } from "node:crypto";
import type { App, Person } from "../context.ts";

/**
 * The person who runs commands on the machine that the embedded server runs on. Has no password: only its token file.
 */
const OPERATOR = { name: "This computer", email: "this-computer@assay.invalid" };
const YEARS = 10 * 365 * 24 * 3_600_000;

export async function provideOperator(app: App): Promise<Person> {
  const { email } = OPERATOR;
  const create = { ...OPERATOR, id: randomUUID(), emailVerified: true };
  return app.db.prisma.user.upsert({
    where: { email },
    create,
    update: {},
    select: { id: true, name: true, email: true },
  });
}

/** A token for the command line: the known one while it holds, else a new one in place of all older ones. */
export async function provideToken(app: App, operator: Person, known: string | null): Promise<string> {
  const sessions = app.db.prisma.session;
  const now = new Date();
  if (known !== null) {
    const held = await sessions.findUnique({ where: { token: known } });
    if (held !== null && held.userId === operator.id && held.expiresAt > now) return known;
  }
  await sessions.deleteMany({ where: { userId: operator.id } });
  const { internalAdapter } = await app.auth.$context;
  const expiresAt = new Date(now.getTime() + YEARS);
  const { token } = await internalAdapter.createSession(operator.id, false, { expiresAt }, true);
  return token;
}
