import type { Tx } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { FoundThread } from "./find-thread.ts";
import { isBlindCell } from "./is-blind-to-me.ts";

/** The people a comment tells, each once, its author left out: members who are here and may see the thread (B1). */
export async function checkMentions(
  ctx: CaseContext,
  tx: Tx,
  thread: Pick<FoundThread, "claimId" | "sourceId" | "tagId">,
  mentions: readonly string[],
): Promise<string[]> {
  const wanted = [...new Set(mentions)].filter((userId) => userId !== ctx.person.id);
  if (wanted.length === 0) return [];
  const { claimId, sourceId, tagId } = thread;
  if (tagId !== null && claimId !== null && sourceId !== null && (await isBlindCell(ctx, tx, { claimId, sourceId }))) {
    const message = "This cell is still blind: nobody else sees this thread until it opens. Take the mention out.";
    throw new DomainError("REFUSED", message, { rule: "B1", field: "mentions" });
  }
  const members = await tx.member.findMany({
    where: { workspaceId: ctx.scope.workspaceId, userId: { in: wanted }, leftAt: null },
    select: { userId: true },
  });
  const here = new Set(members.map(({ userId }) => userId));
  if (wanted.every((userId) => here.has(userId))) return wanted;
  const message = "Somebody you mention is not a member of this desk. Choose people from the list that @ opens.";
  throw new DomainError("INVALID", message, { field: "mentions" });
}
