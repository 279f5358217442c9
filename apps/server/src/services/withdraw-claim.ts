import { DomainError } from "@assay/domain";
import type { CaseChange } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { expectClaimVersion, findClaim } from "./find-claim.ts";
import { inCaseMutation } from "./in-case-mutation.ts";

export interface MoveClaim {
  mutationId: string;
  claimId: string;
  baseVersion: number;
}

/** A tombstone (T7): claim and tags stay, out of counts and reports, until it is restored. */
export function withdrawClaim(ctx: CaseContext, input: MoveClaim): Promise<CaseChange> {
  return moveClaim(ctx, input, true);
}

export function restoreClaim(ctx: CaseContext, input: MoveClaim): Promise<CaseChange> {
  return moveClaim(ctx, input, false);
}

function moveClaim(ctx: CaseContext, input: MoveClaim, withdraw: boolean): Promise<CaseChange> {
  const { mutationId, claimId, baseVersion } = input;
  const procedure = withdraw ? "claim.withdraw" : "claim.restore";
  return inCaseMutation(ctx, { procedure, mutationId }, async ({ tx, at }) => {
    const claim = await findClaim(tx, ctx.caseId, claimId);
    await expectClaimVersion(tx, ctx.caseId, claim, baseVersion, { withdrawn: withdraw });
    if ((claim.withdrawnAt !== null) === withdraw) {
      const state = withdraw ? "is withdrawn already" : "is not withdrawn";
      throw new DomainError("REFUSED", `Claim C${claim.number} ${state}.`, { rule: "T7" });
    }
    const withdrawnAt = withdraw ? at : null;
    await tx.claim.update({ where: { id: claimId }, data: { withdrawnAt, updatedAt: at } });
    const kind = withdraw ? "claim.withdrawn" : "claim.restored";
    const payload = { version: claim.version };
    return { events: [{ kind, subject: claimId, payload }], touched: { claims: [claimId] } };
  });
}
