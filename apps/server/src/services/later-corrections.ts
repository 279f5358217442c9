import type { Tx } from "@assay/db";
import { claimLabel } from "@assay/domain";

export interface LaterCorrection {
  /** Number of the release that was made with it. */
  madeRelease: number;
  /** The day of that release. */
  at: Date;
  what: string;
  why: string;
}

/** What releases after this one corrected, oldest first (R3). Each is in print by then: none that is still prepared. */
export async function laterCorrections(tx: Tx, releaseId: string): Promise<LaterCorrection[]> {
  const { caseId, number } = await tx.release.findUniqueOrThrow({
    where: { id: releaseId },
    select: { caseId: true, number: true },
  });
  const [corrections, releases] = await Promise.all([
    tx.correction.findMany({
      where: { caseId, madeRelease: { gt: number }, withdrawnAt: null },
      orderBy: [{ madeRelease: "asc" }, { createdAt: "asc" }, { id: "asc" }],
      select: { claimId: true, madeRelease: true, what: true, why: true },
    }),
    tx.release.findMany({ where: { caseId, number: { gt: number } }, select: { number: true, createdAt: true } }),
  ]);
  const about = corrections.flatMap(({ claimId }) => (claimId === null ? [] : [claimId]));
  const claims = await tx.claim.findMany({ where: { caseId, id: { in: about } }, select: { id: true, number: true } });
  const dates = new Map(releases.map((release) => [release.number, release.createdAt]));
  return corrections.flatMap(({ claimId, madeRelease, what, why }) => {
    const at = dates.get(madeRelease ?? 0);
    if (madeRelease === null || at === undefined) return [];
    const claim = claims.find(({ id }) => id === claimId);
    return [{ madeRelease, at, what: claim === undefined ? what : `${claimLabel(claim)}: ${what}`, why }];
  });
}
