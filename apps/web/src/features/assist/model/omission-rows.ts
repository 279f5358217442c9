import type { CaseView, ClaimView, SourceView } from "@assay/domain";
import type { CaseReport } from "../assist-types.ts";

export type Told = "told" | "otherwise" | "left-out" | "unread";

export interface OmissionRow {
  source: SourceView;
  /** By claim, in the order of the case. */
  cells: Told[];
  omitted: ClaimView[];
  told: number;
}

export interface OmissionTable {
  claims: ClaimView[];
  rows: OmissionRow[];
}

/** Source by claim, as the machine reads it: who tells a claim, who tells it otherwise, who leaves out what others tell. */
export function omissionTable({ claims, sources }: Pick<CaseView, "claims" | "sources">, report: CaseReport): OmissionTable {
  const standing = claims.filter(({ withdrawn }) => !withdrawn);
  const read = new Map(report.claims.map((claim) => [claim.id, claim.cells]));
  const rows = sources.map((source): OmissionRow => {
    const left = new Set(report.omissions.find((one) => one.source === source.id)?.omitted);
    const cells = standing.map(({ id }): Told => {
      const cell = read.get(id)?.find((one) => one.source === source.id);
      if (left.has(id)) return "left-out";
      if (cell === undefined || cell.suggestion === "missing") return "unread";
      return cell.suggestion === "disputed" ? "otherwise" : "told";
    });
    const told = cells.filter((one) => one === "told" || one === "otherwise").length;
    return { source, cells, told, omitted: standing.filter(({ id }) => left.has(id)) };
  });
  return { claims: standing, rows };
}
