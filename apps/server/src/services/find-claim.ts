import type { Tx } from "@assay/db";
import { DomainError, refuse } from "@assay/domain";
import type { ClaimType, ClaimView } from "@assay/domain";
import { refusalError } from "../policies/refuse.ts";
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

/** What is decided about a claim is decided about the words that were read (T6), whatever else of it has changed. */
export async function expectRead(tx: Tx, claim: ReadClaim, claimVersion: number): Promise<void> {
  if (claimVersion === claim.version) return;
  const key = { claimId_version: { claimId: claim.id, version: claimVersion } };
  const read = await tx.claimVersion.findUnique({ where: key, select: { text: true } });
  if (read?.text === claim.text) return;
  throw refusalError(refuse("T6", `Claim C${claim.number} was reworded after you read it. Read it again, then decide.`));
}

type ReadClaim = Pick<FoundClaim, "id" | "number" | "version" | "text">;

export async function claimView(tx: Tx, caseId: string, claimId: string): Promise<ClaimView | undefined> {
  const { claims } = await loadCurrent(tx, caseId, { claims: [claimId] });
  return claims?.[0];
}
