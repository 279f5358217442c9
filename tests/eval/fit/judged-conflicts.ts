import { CaseIndex, CaseReading, conflictCandidates, loadVectors, pairQuotes } from "@assay/assist";
import type { ConflictCandidate, Difference, ReadClaim, WeighedDifference } from "@assay/assist";
import type { Bundle, GoldSpan } from "../bundles/read-bundles.ts";
import { samePair, touches } from "../bundles/same-pair.ts";
import type { JudgedConflict } from "./fit-conflicts.ts";
import type { LeftOutCell } from "./left-out.ts";

type GoldDifference = Bundle["gold"]["differences"][number];

/** The claims of a bundle as the product reads them; how each cell is judged never saw this event. */
export function readClaims(bundle: Bundle, cells: readonly LeftOutCell[]): ReadClaim[] {
  return bundle.claims.map(({ id, text }) => ({
    id,
    text,
    cells: cells
      .filter((cell) => cell.bundle === bundle.name && cell.claim === id)
      .map(({ gold: { source }, passages, judgement: { present, disputed } }) => ({ source, passages, present, disputed })),
  }));
}

export interface Candidates {
  conflicts: ConflictCandidate[];
  sure: WeighedDifference[];
}

/** With claims, as a case has them; without, from the sources alone. */
export function candidatesOf({ sources, claims }: Bundle, read: readonly ReadClaim[]): Candidates {
  const index = new CaseIndex(sources, loadVectors(), read.length > 0 ? claims : []);
  const quotes = pairQuotes(sources.map(({ id }, at) => ({ id, read: readOf(index, at) })));
  return conflictCandidates(new CaseReading(index), quotes, read);
}

/** The candidates of a bundle for fitting; those that repeat a conflict of the gold in a third source teach nothing. */
function judgedConflicts(bundle: Bundle, { conflicts }: Candidates): JudgedConflict[] {
  const gold = bundle.gold.differences.filter(({ compatible }) => !compatible);
  return conflicts.flatMap((one) => {
    const right = gold.some((other) => samePair(one.difference, other));
    return right || !gold.some((other) => repeats(one.difference, other)) ? [{ ...one, bundle: bundle.name, right }] : [];
  });
}

function readOf(index: CaseIndex, at: number): CaseIndex["reads"][number] {
  const read = index.reads[at];
  if (read === undefined) throw new RangeError(`No source ${at}`);
  return read;
}

/** The same with how each cell was judged by weights that never saw the event. */
export const conflictsOf = (bundle: Bundle, cells: readonly LeftOutCell[]): JudgedConflict[] =>
  judgedConflicts(bundle, candidatesOf(bundle, readClaims(bundle, cells)));

/** One side of a conflict of the gold set against a third source: the gold's lists leave such repetitions out. */
export function repeats(found: Difference, gold: GoldDifference): boolean {
  const third = (span: { source: string }): boolean => span.source !== gold.a.source && span.source !== gold.b.source;
  const meets = (span: Difference["a"]): boolean => [gold.a, gold.b].some((side: GoldSpan) => touches(span, side));
  return (meets(found.a) && third(found.b)) || (meets(found.b) && third(found.a));
}
