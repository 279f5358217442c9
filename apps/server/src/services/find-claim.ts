import type { Tx } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { ClaimType, ClaimView } from "@assay/domain";
import { loadCurrent } from "./load-change.ts";

export interface FoundClaim {
  id: string;
  number: number;
  version: number;
  text: string;
  type: ClaimType;
  claimant: string;
  withdrawnAt: Date | null;
  /** domain's SuggestionOrigin, as stored. */
  suggestion: unknown;
}

export async function findClaim(tx: Tx, caseId: string, claimId: string): Promise<FoundClaim> {
  const claim = await tx.claim.findFirst({
    where: { id: claimId, caseId },
    select: { id: true, number: true, version: true, text: true, type: true, claimant: true, withdrawnAt: true, suggestion: true },
  });
  if (claim === null) throw new DomainError("NOT_FOUND", "There is no such claim in this case.");
  return claim;
}

/** Throws unless the update rests on the claim's newest version (E5). */
export async function expectClaimVersion(
  tx: Tx,
  caseId: string,
  claim: FoundClaim,
  baseVersion: number,
  yours: unknown,
): Promise<void> {
  if (claim.version === baseVersion) return;
  const message = `Somebody else edited claim C${claim.number} in the meantime. Both wordings are kept below.`;
  throw new DomainError("CONFLICT", message, { current: await claimView(tx, caseId, claim.id), yours });
}

export async function claimView(tx: Tx, caseId: string, claimId: string): Promise<ClaimView | undefined> {
  const { claims } = await loadCurrent(tx, caseId, { claims: [claimId] });
  return claims?.[0];
}
