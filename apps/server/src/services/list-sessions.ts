import type { PersonContext } from "../context.ts";

/** One sign-in of a person: a browser, or the command on some machine. */
export interface SessionView {
  id: string;
  /** As the program named itself; empty when it did not. */
  userAgent: string;
  signedInAt: string;
  /** To the hour: it is not written down more often. */
  usedAt: string;
  /** The one that asks. */
  isThis: boolean;
}

/** Those that are good still, this one first, then by last use. What they sign in with stays here. */
export async function listSessions({ app, person, sessionId }: PersonContext): Promise<SessionView[]> {
  const sessions = await app.db.prisma.session.findMany({
    where: { userId: person.id, expiresAt: { gt: app.now() } },
    select: { id: true, userAgent: true, createdAt: true, updatedAt: true },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
  });
  const views = sessions.map(({ id, userAgent, createdAt, updatedAt }) => ({
    id,
    userAgent: userAgent ?? "",
    signedInAt: createdAt.toISOString(),
    usedAt: updatedAt.toISOString(),
    isThis: id === sessionId,
  }));
  return views.toSorted((a, b) => Number(b.isThis) - Number(a.isThis));
}
