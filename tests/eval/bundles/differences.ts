import { CaseIndex, CaseReading, conflictCandidates, loadVectors, pairQuotes, weighDifferences } from "@assay/assist";
import type { ConflictCandidate, Difference, ReadClaim, WeighedDifference } from "@assay/assist";
import type { Figure } from "../../support/figures.ts";
import type { JudgedConflict } from "../fit/fit-conflicts.ts";
import type { LeftOutCell } from "../fit/left-out.ts";
import { unseenCells, unseenConflicts } from "../fit/unseen.ts";
import { overlaps, samePair } from "./quotes.ts";
import type { Bundle, GoldSpan } from "./read-bundles.ts";

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

interface Candidates {
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
export function judgedConflicts(bundle: Bundle, { conflicts }: Candidates): JudgedConflict[] {
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

/** One side of a conflict of the gold set against a third source: the gold's lists leave such repetitions out. */
function repeats(found: Difference, gold: GoldDifference): boolean {
  const third = (span: { source: string }): boolean => span.source !== gold.a.source && span.source !== gold.b.source;
  const touches = (span: Difference["a"]): boolean => [gold.a, gold.b].some((side: GoldSpan) => overlaps(span, side));
  return (touches(found.a) && third(found.b)) || (touches(found.b) && third(found.a));
}

/**
 * A hit overlaps both spans of a difference of the gold and says the same of it, compatible or conflicting; the type is
 * not asked. Conflicts found that set one side of a conflict of the gold against a third source count neither way.
 */
function tally(bundles: readonly Bundle[], found: (bundle: Bundle) => Difference[]): Record<string, number> {
  const count = { gold: 0, hit: 0, found: 0, right: 0, again: 0, compatible: 0, compatibleHit: 0 };
  for (const bundle of bundles) {
    const all = found(bundle);
    const hits = (gold: GoldDifference): boolean => all.some((one) => one.compatible === gold.compatible && samePair(one, gold));
    const conflicts = bundle.gold.differences.filter(({ compatible }) => !compatible);
    const others = bundle.gold.differences.filter(({ compatible }) => compatible);
    count.gold += conflicts.length;
    count.hit += conflicts.filter(hits).length;
    count.compatible += others.length;
    count.compatibleHit += others.filter(hits).length;
    for (const one of all.filter(({ compatible }) => !compatible)) {
      count.found += 1;
      if (conflicts.some((gold) => samePair(one, gold))) count.right += 1;
      else if (conflicts.some((gold) => repeats(one, gold))) count.again += 1;
    }
  }
  return {
    recall: count.hit / Math.max(1, count.gold),
    precision: count.right / Math.max(1, count.found - count.again),
    strict: count.right / Math.max(1, count.found),
    compatible: count.compatibleHit / Math.max(1, count.compatible),
  };
}

/** Weighed and judged by what never saw the bundle. */
export function differencesPart(bundles: Bundle[]): Figure[] {
  const cells = unseenCells(bundles);
  const withClaims = new Map(bundles.map((bundle) => [bundle, candidatesOf(bundle, readClaims(bundle, cells))]));
  const judged = [...withClaims].flatMap(([bundle, candidates]) => judgedConflicts(bundle, candidates));
  const modelFor = unseenConflicts(bundles, judged);
  const weigh = (bundle: Bundle, { conflicts, sure }: Candidates): Difference[] =>
    weighDifferences(conflicts, sure, modelFor(bundle));
  const asked = tally(bundles, (bundle) => weigh(bundle, withClaims.get(bundle) ?? candidatesOf(bundle, [])));
  const alone = tally(bundles, (bundle) => weigh(bundle, candidatesOf(bundle, [])));
  const figure = (name: string, value: number | undefined, bar?: number): Figure => ({
    figure: name,
    value: value ?? 0,
    unit: "",
    bar: bar === undefined ? "" : `≥ ${bar}`,
    holds: bar === undefined ? null : (value ?? 0) >= bar,
  });
  return [
    figure("conflicting differences: recall", asked.recall, 0.6),
    figure("conflicting differences: precision", asked.precision, 0.6),
    figure("… repetitions in a third source counted as wrong", asked.strict),
    figure("… without the claims: recall", alone.recall),
    figure("… without the claims: precision", alone.precision),
    figure("compatible differences: recall", asked.compatible),
  ];
}
