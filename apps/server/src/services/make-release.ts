import { createHash } from "node:crypto";
import { claimLabel, checkRelease, lastRelease, openCorrections, signaturesFor } from "@assay/domain";
import type { CaseChange, CaseView, CorrectionView, ReleasePlan, SignatureView } from "@assay/domain";
import { canonicalSnapshot } from "@assay/reports";
import type { SnapshotCorrection } from "@assay/reports";
import type { CaseContext } from "../context.ts";
import { refusalError } from "../policies/refuse.ts";
import { expectSeen } from "./expect-seen.ts";
import { freezeReport } from "./freeze-report.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import { loadCommonCase } from "./load-case.ts";

export interface MakeRelease {
  mutationId: string;
  id: string;
  plan: ReleasePlan;
  /** The last event that the releasing person had seen. */
  seenEvent: number;
}

/**
 * Freezes the report as the next release (R2). Under the case's lock, so that two at once make one release, and nothing
 * can slip in between what was signed and what is frozen.
 */
export function makeRelease(ctx: CaseContext, input: MakeRelease): Promise<CaseChange> {
  const { mutationId, id, plan, seenEvent } = input;
  return inCaseMutation(ctx, { procedure: "release.make", mutationId }, async ({ tx, at }) => {
    const { workspaceId, userId: releasedBy } = ctx.scope;
    const { caseId } = ctx;
    await expectSeen(tx, ctx, seenEvent);
    const view = await loadCommonCase(tx, ctx.caseId);
    const checked = checkRelease(view, plan);
    if (!checked.ok) throw refusalError(checked);
    const number = (lastRelease(view)?.number ?? 0) + 1;
    const releasedAt = at.toISOString();
    const signatures = signaturesOf(view, plan);
    const corrected = openCorrections(view);
    const release = {
      number,
      sha256: "",
      releasedAt,
      releasedBy: ctx.person.name,
      signatures: signatures.map(({ name, role, at: signedAt }) => ({ name, role, at: signedAt })),
      corrections: correctionsOf(view, number, releasedAt),
    };
    const snapshot = canonicalSnapshot(await freezeReport(tx, ctx, { view, plan, release }));
    const sha256 = createHash("sha256").update(snapshot).digest("hex");
    const { lastEvent } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { lastEvent: true } });
    const stored = { plan: { ...plan }, signatures: signatures.map((one) => ({ ...one })) };
    const facts = { number, title: plan.title, sha256, releasedBy, createdAt: at, eventNumber: lastEvent + 1 };
    await tx.release.create({ data: { id, workspaceId, caseId, ...facts, ...stored, snapshot } });
    for (const { id: correctionId, version } of corrected) {
      const data = { madeRelease: number, version: version + 1, updatedAt: at };
      await tx.correction.update({ where: { id: correctionId }, data });
    }
    const corrections = corrected.map((one) => one.id);
    const payload = { releaseId: id, number, sha256, title: plan.title, signatures, corrections };
    return {
      events: [{ kind: "release.made", subject: caseId, payload }],
      touched: { releases: [id], corrections },
    };
  });
}

function signaturesOf(view: CaseView, plan: ReleasePlan): SignatureView[] {
  return signaturesFor(view, plan).map(({ userId, role, createdAt }) => {
    return { userId, name: nameOf(view, userId), role, at: createdAt };
  });
}

/** Those of earlier releases, and those that this one carries (R3). */
function correctionsOf(view: CaseView, number: number, releasedAt: string): SnapshotCorrection[] {
  const standing = view.corrections.filter(({ withdrawn }) => !withdrawn);
  return standing.map((correction) => ({
    corrects: correction.corrects,
    madeRelease: correction.madeRelease ?? number,
    at: correction.madeRelease === null ? releasedAt : (releaseDate(view, correction.madeRelease) ?? releasedAt),
    by: nameOf(view, correction.authorId),
    what: whatOf(view, correction),
    why: correction.why,
  }));
}

function whatOf(view: CaseView, { claimId, what }: CorrectionView): string {
  const claim = view.claims.find(({ id }) => id === claimId);
  return claim === undefined ? what : `${claimLabel(claim)}: ${what}`;
}

function releaseDate({ releases }: CaseView, number: number): string | null {
  return releases.find((one) => one.number === number)?.createdAt ?? null;
}

function nameOf({ people }: CaseView, userId: string): string {
  return people.find(({ id }) => id === userId)?.name ?? "a former member";
}
