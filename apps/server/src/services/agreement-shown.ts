import { STANCES, agreementOf, ratingTable } from "@assay/domain";
import type { AgreementMeasure, ReportDocument } from "@assay/domain";
import type { SnapshotAgreement, SnapshotMeasure } from "@assay/reports";
import type { CaseContext } from "../context.ts";
import { listRatings } from "./list-ratings.ts";

/** Enough for intervals of two digits, and quick enough for a preview. */
const OPTIONS = { seed: 1, resamples: 400, list: 0, unit: "cell" };

/** How far annotators agree, where the document has a block that shows it; cells that are still blind play no part. */
export async function agreementShown(
  ctx: CaseContext,
  { blocks }: ReportDocument,
): Promise<SnapshotAgreement | undefined> {
  if (!blocks.some(({ type }) => type === "agreement")) return undefined;
  const ratings = (await listRatings(ctx)).map(({ claimId, sourceId, annotatorId, stance }) => {
    return { unit: `${claimId} ${sourceId}`, annotator: annotatorId, category: stance };
  });
  const found = ratingTable(ratings, STANCES);
  if (!found.ok) throw new Error(found.reason);
  const report = agreementOf(found.table, OPTIONS);
  return {
    cells: report.counts.pairableUnits,
    annotators: report.counts.annotators,
    measures: [
      measure("Percent agreement", report.percentAgreement),
      measure("Krippendorff’s α", report.krippendorffAlpha),
      measure("Fleiss’ κ", report.fleissKappa),
      measure("Cohen’s κ", report.cohenKappa),
      measure("Gwet’s AC1", report.gwetAc1),
    ],
    warnings: report.warnings,
  };
}

function measure(name: string, { value, interval, reason }: AgreementMeasure): SnapshotMeasure {
  const shown = interval === null ? null : { low: interval.low, high: interval.high };
  return { name, value, interval: shown, reason: reason ?? "" };
}
