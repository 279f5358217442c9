import type { CellView, ClaimView } from "@assay/domain";

export type BarKind = "verified" | "disputed" | "missing" | "open" | "empty";

/** `length` neighbouring claims that one bar stands for. */
export interface BarRun {
  kind: BarKind;
  length: number;
}

export interface Omissions {
  /** Claims on which the source is settled as missing. */
  silent: number;
  runs: BarRun[];
}

/** Only settled findings are filled: a source is not called silent before somebody else has agreed. */
export function barKind(cell: CellView | undefined): BarKind {
  if (cell === undefined || cell.state === "empty") return "empty";
  return cell.state === "settled" && cell.stance !== null ? cell.stance : "open";
}

/** One bar a claim as long as bars can be told apart; beyond `apart` claims equal neighbours share one. */
export function omissionsOf(
  claims: readonly ClaimView[],
  cells: ReadonlyMap<string, ReadonlyMap<string, CellView>>,
  sourceId: string,
  apart = 80,
): Omissions {
  const runs: BarRun[] = [];
  let silent = 0;
  for (const claim of claims) {
    const kind = barKind(cells.get(claim.id)?.get(sourceId));
    if (kind === "missing") silent += 1;
    const last = runs.at(-1);
    if (claims.length > apart && last?.kind === kind) last.length += 1;
    else runs.push({ kind, length: 1 });
  }
  return { silent, runs };
}
