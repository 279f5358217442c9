import type { CaseView, ClaimView, TagView } from "@assay/domain";
import type { CaseReport } from "../assist-types.ts";

export interface CellPlace {
  claimId: string;
  sourceId: string;
}

interface Input {
  view: Pick<CaseView, "sources" | "tags" | "policy">;
  /** In the order of the ledger. */
  rows: readonly ClaimView[];
  report: Pick<CaseReport, "claims">;
  dismissed: ReadonlySet<string>;
  meId: string;
}

/**
 * The cells for which something is suggested and which lack a tag: mine, where the desk wants several of a cell, else
 * anybody's. In the order of reading a matrix. A claim that has only just been made has not been read yet, and will be.
 */
export function openCells({ view, rows, report, dismissed, meId }: Input): CellPlace[] {
  const counts = ({ authorId, state }: TagView) =>
    state !== "withdrawn" && (authorId === meId || view.policy.requiredTags === 1);
  const tagged = new Set(view.tags.filter(counts).map(({ claimId, sourceId }) => `${claimId} ${sourceId}`));
  const read = new Map(report.claims.map((claim) => [claim.id, claim.cells]));
  return rows.flatMap(({ id: claimId }) => {
    const cells = read.get(claimId);
    return view.sources.flatMap(({ id: sourceId }): CellPlace[] => {
      const cell = cells?.find(({ source }) => source === sourceId);
      const suggested = cells === undefined || (cell !== undefined && !dismissed.has(cell.key));
      return suggested && !tagged.has(`${claimId} ${sourceId}`) ? [{ claimId, sourceId }] : [];
    });
  });
}

/** The next one after a cell, from the beginning again after the last; null where there is none but this one. */
export function nextOpenCell(open: readonly CellPlace[], at: CellPlace | null, input: Pick<Input, "view" | "rows">): CellPlace | null {
  const order = ({ claimId, sourceId }: CellPlace) =>
    input.rows.findIndex(({ id }) => id === claimId) * input.view.sources.length +
    input.view.sources.findIndex(({ id }) => id === sourceId);
  const here = at === null ? -1 : order(at);
  const next = open.find((cell) => order(cell) > here) ?? open.find((cell) => order(cell) < here);
  return next ?? null;
}
