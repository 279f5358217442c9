import { DomainError, checkSignOff, refuse } from "@assay/domain";
import type { CaseChange, ReleasePlan } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { refusalError } from "../policies/refuse.ts";
import { expectSeen } from "./expect-seen.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import { loadCommonCase } from "./load-case.ts";

export interface SignOff {
  mutationId: string;
  id: string;
  plan: ReleasePlan;
  /** The last event that the signer had seen. */
  seenEvent: number;
}

/** R1: a signature on the case as it is at this moment. Whatever changes afterwards ends it; see SIGNED_STAYS. */
export function signOff(ctx: CaseContext, input: SignOff): Promise<CaseChange> {
  const { mutationId, id, plan, seenEvent } = input;
  return inCaseMutation(ctx, { procedure: "release.sign", mutationId }, async ({ tx, at }) => {
    const { workspaceId, userId } = ctx.scope;
    await expectSeen(tx, ctx, seenEvent);
    const checked = checkSignOff(await loadCommonCase(tx, ctx.caseId), plan, userId);
    if (!checked.ok) throw refusalError(checked);
    const { lastEvent } = await tx.case.findUniqueOrThrow({ where: { id: ctx.caseId }, select: { lastEvent: true } });
    // Its own event is the next one.
    const eventNumber = lastEvent + 1;
    const place = { id, workspaceId, caseId: ctx.caseId };
    await tx.signOff.create({
      data: { ...place, userId, role: ctx.role, plan: { ...plan }, eventNumber, createdAt: at },
    });
    const payload = { signOffId: id, plan };
    return { events: [{ kind: "release.signed", subject: ctx.caseId, payload }], touched: { signOffs: [id] } };
  });
}

/** One's own signature, as long as nothing was released on it. */
export function unsign(
  ctx: CaseContext,
  { mutationId, signOffId }: { mutationId: string; signOffId: string },
): Promise<CaseChange> {
  return inCaseMutation(ctx, { procedure: "release.unsign", mutationId }, async ({ tx, at }) => {
    const found = await tx.signOff.findFirst({ where: { id: signOffId, caseId: ctx.caseId } });
    if (found === null) throw new DomainError("NOT_FOUND", "There is no such signature in this case.");
    if (found.userId !== ctx.scope.userId) {
      throw refusalError(refuse("R1", "This is somebody else's signature. Only they take it back."));
    }
    const { signOffs } = await loadCommonCase(tx, ctx.caseId);
    if (!signOffs.some(({ id }) => id === signOffId)) {
      throw refusalError(refuse("R1", "This signature ended already: something was changed or released since."));
    }
    await tx.signOff.update({ where: { id: signOffId }, data: { withdrawnAt: at } });
    const event = { kind: "release.unsigned", subject: ctx.caseId, payload: { signOffId } } as const;
    return { events: [event], touched: { removedSignOffs: [signOffId] } };
  });
}
