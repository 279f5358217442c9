import { withScope } from "@assay/db";
import type { ClaimType } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { findClaim } from "./find-claim.ts";

export interface ClaimVersionView {
  version: number;
  text: string;
  type: ClaimType;
  claimant: string;
  editedBy: string;
  createdAt: string;
}

/** Every wording the claim has had, oldest first. */
export function getClaimHistory(ctx: CaseContext, claimId: string): Promise<{ versions: ClaimVersionView[] }> {
  return withScope(ctx.app.db, ctx.scope, async (tx) => {
    await findClaim(tx, ctx.caseId, claimId);
    const rows = await tx.claimVersion.findMany({ where: { claimId }, orderBy: { version: "asc" } });
    const versions = rows.map(({ version, text, type, claimant, editedBy, createdAt }) => {
      return { version, text, type, claimant, editedBy, createdAt: createdAt.toISOString() };
    });
    return { versions };
  });
}
