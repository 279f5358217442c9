import { DomainError, refuse } from "@assay/domain";
import type { CaseChange } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { refusalError } from "../policies/refuse.ts";
import { findClaim } from "./find-claim.ts";
import { inCaseMutation } from "./in-case-mutation.ts";

export interface AddCorrection {
  mutationId: string;
  id: string;
  /** Null: about the piece. */
  claimId: string | null;
  what: string;
  why: string;
}

/** R3: what the next release says differently, and why. It is printed once that release is made, and from then on. */
export function addCorrection(ctx: CaseContext, input: AddCorrection): Promise<CaseChange> {
  const { mutationId, id, claimId, what, why } = input;
  return inCaseMutation(ctx, { procedure: "release.correct", mutationId }, async ({ tx, at }) => {
    const { workspaceId, userId: authorId } = ctx.scope;
    const { caseId } = ctx;
    const last = await tx.release.findFirst({ where: { caseId }, orderBy: { number: "desc" }, select: { number: true } });
    if (last === null) throw refusalError(refuse("R3", "Nothing was released yet, so there is nothing to correct."));
    if (claimId !== null) await findClaim(tx, caseId, claimId);
    const said = { claimId, corrects: last.number, what, why };
    await tx.correction.create({
      data: { id, workspaceId, caseId, ...said, authorId, createdAt: at, updatedAt: at },
    });
    const event = { kind: "correction.added", subject: id, payload: said } as const;
    return { events: [event], touched: { corrections: [id] } };
  });
}

export function withdrawCorrection(
  ctx: CaseContext,
  { mutationId, correctionId }: { mutationId: string; correctionId: string },
): Promise<CaseChange> {
  return inCaseMutation(ctx, { procedure: "release.withdrawCorrection", mutationId }, async ({ tx, at }) => {
    const found = await tx.correction.findFirst({ where: { id: correctionId, caseId: ctx.caseId } });
    if (found === null) throw new DomainError("NOT_FOUND", "There is no such correction in this case.");
    if (found.madeRelease !== null) {
      throw refusalError(refuse("R3", `It is part of release ${found.madeRelease} and stays. Correct that one.`));
    }
    if (found.withdrawnAt !== null) throw refusalError(refuse("R3", "This correction is withdrawn already."));
    await tx.correction.update({
      where: { id: correctionId },
      data: { withdrawnAt: at, updatedAt: at, version: found.version + 1 },
    });
    const payload = { claimId: found.claimId, what: found.what };
    const event = { kind: "correction.withdrawn", subject: correctionId, payload } as const;
    return { events: [event], touched: { corrections: [correctionId] } };
  });
}
