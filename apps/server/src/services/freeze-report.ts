import type { Tx } from "@assay/db";
import { publicDocument } from "@assay/domain";
import type { Block, CaseView, ReleasePlan, RevisionText } from "@assay/domain";
import { buildSnapshot } from "@assay/reports";
import type { ReportSnapshot, SnapshotRelease } from "@assay/reports";
import type { CaseContext } from "../context.ts";
import { agreementShown } from "./agreement-shown.ts";
import { readReportDocument } from "./get-report-document.ts";

/**
 * What a release says, frozen (R2): the case at its place in the log, the ratings, and the public part of the desk's
 * document. Nothing internal is in it, so that every export of it, and whoever has a link, may see all of it.
 */
export async function freezeReport(
  tx: Tx,
  ctx: CaseContext,
  { view, plan, release }: { view: CaseView; plan: ReleasePlan; release: SnapshotRelease },
): Promise<ReportSnapshot> {
  const { lastEvent } = await tx.case.findUniqueOrThrow({ where: { id: ctx.caseId }, select: { lastEvent: true } });
  const { title, claimIds, sourceIds, settledOnly } = plan;
  const { document } = await readReportDocument(tx, ctx.caseId);
  const shown = { ...publicDocument(document), title };
  const isDiscussed = shown.blocks.some(({ type }) => type === "discussion");
  const snapshot = buildSnapshot({
    // While anything is blind, a place in the log is what everybody has been sent.
    view: view.lastHash === "" ? view : { ...view, lastEvent },
    texts: await readTexts(tx, ctx, view),
    title,
    scope: { claimIds, sourceIds, settledOnly, ...(isDiscussed ? { includeDiscussion: true } : {}) },
    now: release.releasedAt,
    generator: `Assay ${ctx.app.version}`,
    document: shown,
    agreement: await agreementShown(ctx, shown),
  });
  return { ...snapshot, release };
}

/** Every text that a tag of the case rests on. */
async function readTexts(tx: Tx, { caseId }: CaseContext, { sources, tags }: CaseView): Promise<RevisionText[]> {
  const ids = new Set([...sources.map(({ revision }) => revision.id), ...tags.map(({ revisionId }) => revisionId)]);
  const rows = await tx.sourceRevision.findMany({
    where: { caseId, id: { in: [...ids] } },
    select: { id: true, sourceId: true, sha256: true, text: true, blocks: true },
  });
  return rows.map((row) => ({ ...row, blocks: row.blocks as unknown as Block[] }));
}
