import { runOnce, withUser } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { PersonContext } from "../context.ts";

/** One of a person's own sign-ins is over. The one that asks ends by signing out. */
export async function endSession(
  { app, person, sessionId: own }: PersonContext,
  { mutationId, sessionId: id }: { mutationId: string; sessionId: string },
): Promise<{ id: string }> {
  if (id === own) {
    const message = "This is the sign-in you are using. To end it, sign out.";
    throw new DomainError("REFUSED", message, { rule: "own sign-in" });
  }
  const userId = person.id;
  const call = { workspaceId: null, actorId: userId, mutationId, procedure: "me.endSession" };
  const ended = await withUser(app.db, userId, (tx) =>
    runOnce(tx, call, async () => {
      const { count } = await tx.session.deleteMany({ where: { id, userId } });
      if (count === 0) throw new DomainError("NOT_FOUND", "This sign-in is over already.");
      return { id };
    }),
  );
  // Streams go on until told.
  app.db.news.changed(userId);
  return ended;
}
