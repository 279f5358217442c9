import type { CellView, ClaimView, VerdictView } from "@assay/domain";
import { fold } from "../../../components/fold.ts";
import { CLAIM_FILTERS } from "./claim-filters.ts";
import type { ClaimFilter } from "./claim-filters.ts";

export interface LedgerInput {
  claims: readonly ClaimView[];
  cells: ReadonlyMap<string, ReadonlyMap<string, CellView>>;
  verdicts: ReadonlyMap<string, VerdictView>;
  sourceCount: number;
  userId: string;
}

/** A claim is open while one of its cells is not settled: a cell nobody has tagged yet is work as well. */
export function isOpen(input: LedgerInput, claim: ClaimView): boolean {
  const row = input.cells.get(claim.id);
  let settled = 0;
  if (row !== undefined) for (const cell of row.values()) if (cell.state === "settled") settled += 1;
  return settled < input.sourceCount;
}

/** Mine: I wrote the claim, or a tag of it that stands. */
export function isMine(input: LedgerInput, claim: ClaimView): boolean {
  if (claim.createdBy === input.userId) return true;
  const row = input.cells.get(claim.id);
  if (row === undefined) return false;
  for (const cell of row.values()) if (cell.tags.some((tag) => tag.authorId === input.userId)) return true;
  return false;
}

export function isConflicting(input: LedgerInput, claim: ClaimView): boolean {
  return input.verdicts.get(claim.id)?.kind === "conflicting";
}

const TESTS: Record<ClaimFilter, (input: LedgerInput, claim: ClaimView) => boolean> = {
  all: () => true,
  open: isOpen,
  mine: isMine,
  conflicting: isConflicting,
};

export interface LedgerRows {
  rows: ClaimView[];
  /** What each filter would show, of the claims that the text filter leaves. */
  counts: Record<ClaimFilter, number>;
}

/** Withdrawn claims stay out of the ledger; the log keeps them. */
export function ledgerRows(input: LedgerInput, filter: ClaimFilter, query: string): LedgerRows {
  const found = input.claims.filter((claim) => !claim.withdrawn && matchesText(claim, query));
  const counts = { all: 0, open: 0, mine: 0, conflicting: 0 };
  const rows: ClaimView[] = [];
  for (const claim of found) {
    for (const name of CLAIM_FILTERS) {
      if (!TESTS[name](input, claim)) continue;
      counts[name] += 1;
      if (name === filter) rows.push(claim);
    }
  }
  return { rows, counts };
}

/** Every word of the query is in the wording, the claimant or the number ("c12"), whatever the case and the accents. */
export function matchesText(claim: ClaimView, query: string): boolean {
  // Mostly nothing is looked for, and every claim is asked at every change of the case.
  if (query === "") return true;
  const words = fold(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return true;
  const text = fold(`c${claim.number} ${claim.text} ${claim.claimant} ${claim.type}`);
  return words.every((word) => (/^c\d+$/.test(word) ? `c${claim.number}` === word : text.includes(word)));
}
