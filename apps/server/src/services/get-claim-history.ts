import { withScope } from "@assay/db";
import type { ClaimType, SuggestionOrigin } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { findClaim } from "./find-claim.ts";

export interface ClaimVersionView {
  version: number;
  text: string;
  type: ClaimType;
  claimant: string;
  suggestion?: SuggestionOrigin;
  editedBy: string;
  createdAt: string;
}

/** Every wording the claim has had, oldest first. */
export function getClaimHistory(ctx: CaseContext, claimId: string): Promise<{ versions: ClaimVersionView[] }> {
  return withScope(ctx.app.db, ctx.scope, async (tx) => {
    await findClaim(tx, ctx.caseId, claimId);
    const rows = await tx.claimVersion.findMany({ where: { claimId }, orderBy: { version: "asc" } });
    const versions = rows.map(({ version, text, type, claimant, suggestion, editedBy, createdAt }) => {
      const origin = suggestion === null ? {} : { suggestion: suggestion as unknown as SuggestionOrigin };
      return { version, text, type, claimant, ...origin, editedBy, createdAt: createdAt.toISOString() };
    });
    return { versions };
  });
}
