import type { CellView, ClaimView, VerdictKind, VerdictView } from "@assay/domain";

export const MATRIX_FILTERS = ["all", "open", "conflicting", "contested", "missing"] as const;
export type MatrixFilter = (typeof MATRIX_FILTERS)[number];

export const MATRIX_SORTS = ["claim", "verdict"] as const;
export type MatrixSort = (typeof MATRIX_SORTS)[number];

export interface MatrixInput {
  claims: readonly ClaimView[];
  cells: ReadonlyMap<string, ReadonlyMap<string, CellView>>;
  verdicts: ReadonlyMap<string, VerdictView>;
}

type Row = ReadonlyMap<string, CellView> | undefined;

function someCell(row: Row, test: (cell: CellView) => boolean): boolean {
  if (row === undefined) return false;
  for (const cell of row.values()) if (test(cell)) return true;
  return false;
}

/** Open counts empty cells as well, as the ledger does; missing is a settled finding, not an empty field. */
const TESTS: Record<MatrixFilter, (row: Row, verdict: VerdictView | undefined) => boolean> = {
  all: () => true,
  open: (row) => someCell(row, (cell) => cell.state !== "settled"),
  conflicting: (_, verdict) => verdict?.kind === "conflicting",
  contested: (row) => someCell(row, (cell) => cell.state === "contested"),
  missing: (row) => someCell(row, (cell) => cell.state === "settled" && cell.stance === "missing"),
};

/** What a desk looks at first stands first. */
const VERDICT_ORDER: readonly VerdictKind[] = [
  "conflicting",
  "refuted",
  "not_enough_evidence",
  "single_source",
  "supported",
  "corroborated",
];

export interface MatrixRows {
  rows: ClaimView[];
  counts: Record<MatrixFilter, number>;
}

/** Withdrawn claims stay out; the log keeps them. */
export function matrixRows(input: MatrixInput, filter: MatrixFilter, sort: MatrixSort): MatrixRows {
  const counts: Record<MatrixFilter, number> = { all: 0, open: 0, conflicting: 0, contested: 0, missing: 0 };
  const rows: ClaimView[] = [];
  for (const claim of input.claims) {
    if (claim.withdrawn) continue;
    const row = input.cells.get(claim.id);
    const verdict = input.verdicts.get(claim.id);
    for (const name of MATRIX_FILTERS) {
      if (!TESTS[name](row, verdict)) continue;
      counts[name] += 1;
      if (name === filter) rows.push(claim);
    }
  }
  if (sort === "verdict") {
    const rank = (claim: ClaimView) => {
      const verdict = input.verdicts.get(claim.id);
      return verdict === undefined ? VERDICT_ORDER.length : VERDICT_ORDER.indexOf(verdict.kind);
    };
    rows.sort((a, b) => rank(a) - rank(b) || a.number - b.number);
  }
  return { rows, counts };
}
