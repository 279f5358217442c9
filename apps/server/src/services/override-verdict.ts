import { DomainError, VERDICT_RULE_VERSION } from "@assay/domain";
import type { CaseChange, VerdictKind } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { expectRead, findClaim } from "./find-claim.ts";
import { refuseWithdrawnClaim } from "./find-tag.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import { loadCurrent } from "./load-change.ts";

export interface OverrideVerdict {
  mutationId: string;
  id: string;
  claimId: string;
  /** The wording that was read. */
  claimVersion: number;
  /** The override that this one is to replace; null where none stood (E5). */
  replaces: string | null;
  verdict: VerdictKind;
  reason: string;
}

const MOVED_ON = "Somebody else set or lifted this verdict in the meantime. Look at it, then save yours.";

/** A person's verdict above the derived one (V4). An earlier override of the claim is lifted with it. */
export function overrideVerdict(ctx: CaseContext, input: OverrideVerdict): Promise<CaseChange> {
  const { mutationId, id, claimId, claimVersion, replaces, verdict, reason } = input;
  return inCaseMutation(ctx, { procedure: "verdict.override", mutationId }, async ({ tx, at }) => {
    const claim = await findClaim(tx, ctx.caseId, claimId);
    refuseWithdrawnClaim({ number: claim.number, withdrawn: claim.withdrawnAt !== null });
    await expectRead(tx, claim, claimVersion);
    const earlier = await tx.verdictOverride.findMany({ where: { claimId, liftedAt: null }, select: { id: true } });
    const removedOverrides = earlier.map((one) => one.id);
    if ((removedOverrides[0] ?? null) !== replaces) {
      const { overrides } = await loadCurrent(tx, ctx.caseId, { overrides: removedOverrides });
      throw new DomainError("CONFLICT", MOVED_ON, { current: overrides?.[0] ?? null, yours: { verdict, reason }, rule: "E5" });
    }
    const { workspaceId, userId } = ctx.scope;
    await tx.verdictOverride.updateMany({
      where: { id: { in: removedOverrides } },
      data: { liftedAt: at, liftedBy: userId },
    });
    const ruleVersion = VERDICT_RULE_VERSION;
    const data = { id, workspaceId, claimId, verdict, reason, authorId: userId, ruleVersion, createdAt: at };
    await tx.verdictOverride.create({ data });
    const payload = { overrideId: id, verdict, ruleVersion, replaces: removedOverrides };
    const event = { kind: "verdict.overridden", subject: claimId, reason, payload } as const;
    return { events: [event], touched: { overrides: [id], removedOverrides } };
  });
}

/** The derived verdict stands again. */
export function liftVerdict(
  ctx: CaseContext,
  { mutationId, overrideId }: { mutationId: string; overrideId: string },
): Promise<CaseChange> {
  return inCaseMutation(ctx, { procedure: "verdict.lift", mutationId }, async ({ tx, at }) => {
    const found = await tx.verdictOverride.findFirst({ where: { id: overrideId, claim: { caseId: ctx.caseId } } });
    if (found === null) throw new DomainError("NOT_FOUND", "There is no such override in this case.");
    if (found.liftedAt !== null) throw new DomainError("REFUSED", "This override is lifted already.", { rule: "V4" });
    await tx.verdictOverride.update({
      where: { id: overrideId },
      data: { liftedAt: at, liftedBy: ctx.scope.userId },
    });
    const payload = { overrideId, verdict: found.verdict };
    const event = { kind: "verdict.restored", subject: found.claimId, payload } as const;
    return { events: [event], touched: { removedOverrides: [overrideId] } };
  });
}
