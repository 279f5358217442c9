import { runOnce, withScope } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { PersonContext } from "../context.ts";
import { findInvitation } from "./find-invitation.ts";
import type { FoundInvitation } from "./find-invitation.ts";
import { lockWorkspace } from "./lock-workspace.ts";

const REFUSALS: Record<Exclude<FoundInvitation["state"], "open">, string> = {
  expired: "This invitation has expired. Ask for a new link.",
  revoked: "This invitation was withdrawn. Ask for a new link.",
  accepted: "This invitation was used already. Each link lets one person in; ask for another.",
};

/** One link, one person. Whoever is a member already keeps their role, and the link stays good for somebody else. */
export async function acceptInvitation(
  { app, person }: PersonContext,
  { mutationId, token }: { mutationId: string; token: string },
): Promise<{ workspaceId: string }> {
  const seen = await findInvitation(app.db.prisma, token, app.now());
  if (seen === null) throw new DomainError("NOT_FOUND", "This link leads nowhere. Ask for a new one.");
  const { workspaceId } = seen;
  const userId = person.id;
  const result = await withScope(app.db, { workspaceId, userId }, (tx) =>
    runOnce(tx, { workspaceId, actorId: userId, mutationId, procedure: "invitation.accept" }, async () => {
      await lockWorkspace(tx, workspaceId);
      const key = { workspaceId_userId: { workspaceId, userId } };
      const member = await tx.member.findUnique({ where: key });
      if (member !== null && member.leftAt === null) return { workspaceId };
      const invitation = await findInvitation(tx, token, app.now());
      if (invitation === null) throw new DomainError("NOT_FOUND", "This link leads nowhere. Ask for a new one.");
      const { id, role, state } = invitation;
      if (state !== "open") throw new DomainError("REFUSED", REFUSALS[state], { state });
      const now = app.now();
      await tx.invitation.update({ where: { id }, data: { acceptedBy: userId, acceptedAt: now } });
      await tx.member.upsert({
        where: key,
        create: { workspaceId, userId, role, createdAt: now },
        update: { role, leftAt: null, createdAt: now },
      });
      return { workspaceId };
    }),
  );
  app.db.news.changed(workspaceId);
  return result;
}
