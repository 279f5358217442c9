import type { AgreementReport, CaseView, Rating } from "@assay/domain";
import { AGREEMENT_DEFAULTS, agreementOf, CLAIM_TYPES, ratingTable, sourceName, STANCES } from "@assay/domain";
import type { CellRating } from "./cell-rating.ts";

/** A part of a case whose tags are measured together. */
export interface Slice {
  /** What the address keeps: "all", "source-2", "type-date". */
  key: string;
  label: string;
  group: "all" | "source" | "type";
  report: AgreementReport;
  /** Tags in cells with two or more, and how many of these were given blind. */
  tags: number;
  blindTags: number;
}

/** The whole case, then each source, then each claim type that occurs. */
export function agreementSlices(view: CaseView, ratings: readonly CellRating[]): Slice[] {
  const typeOf = new Map(view.claims.map((claim) => [claim.id, claim.type]));
  const bySource = view.sources.map((source) => ({
    key: `source-${source.number}`,
    label: sourceName(source),
    group: "source" as const,
    within: (rating: CellRating) => rating.sourceId === source.id,
  }));
  const byType = CLAIM_TYPES.filter((type) => [...typeOf.values()].includes(type)).map((type) => ({
    key: `type-${type}`,
    label: type,
    group: "type" as const,
    within: (rating: CellRating) => typeOf.get(rating.claimId) === type,
  }));
  const all = { key: "all", label: "All cells", group: "all" as const, within: () => true };
  return [all, ...bySource, ...byType].map(({ within, ...slice }) => ({ ...slice, ...measured(ratings.filter(within)) }));
}

export const cellKey = ({ claimId, sourceId }: { claimId: string; sourceId: string }) => `${claimId} ${sourceId}`;

/** All cells that divide annotators are listed: a case has hundreds of them at most, and each is work for somebody. */
const LIST = 5000;

function measured(ratings: readonly CellRating[]): Pick<Slice, "report" | "tags" | "blindTags"> {
  const units: Rating[] = ratings.map((rating) => ({
    unit: cellKey(rating),
    annotator: rating.annotatorId,
    category: rating.stance,
  }));
  const made = ratingTable(units, STANCES);
  if (!made.ok) throw new Error(made.reason);
  const perCell = new Map<string, number>();
  for (const { unit } of units) perCell.set(unit, (perCell.get(unit) ?? 0) + 1);
  const shared = ratings.filter((rating) => (perCell.get(cellKey(rating)) ?? 0) > 1);
  return {
    report: agreementOf(made.table, { ...AGREEMENT_DEFAULTS, list: LIST, unit: "cell" }),
    tags: shared.length,
    blindTags: shared.filter(({ independent }) => independent).length,
  };
}
