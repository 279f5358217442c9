import { CaseIndex, CaseReading, findDifferences, loadVectors, pairQuotes } from "@assay/assist";
import type { Difference } from "@assay/assist";
import type { Figure } from "../../support/figures.ts";
import { overlaps, samePair } from "./quotes.ts";
import type { Bundle, GoldSpan } from "./read-bundles.ts";

type GoldDifference = Bundle["gold"]["differences"][number];

export function differencesOf({ sources }: Bundle): Difference[] {
  const index = new CaseIndex(sources, loadVectors());
  const quotes = pairQuotes(sources.map(({ id }, at) => ({ id, read: readOf(index, at) })));
  return findDifferences(new CaseReading(index), quotes);
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
export function differencesPart(bundles: Bundle[]): Figure[] {
  const count = { gold: 0, hit: 0, found: 0, right: 0, again: 0, compatible: 0, compatibleHit: 0 };
  for (const bundle of bundles) {
    const all = differencesOf(bundle);
    const hits = (gold: GoldDifference): boolean =>
      all.some((one) => one.compatible === gold.compatible && samePair(one, gold));
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
  const recall = count.hit / Math.max(1, count.gold);
  const precision = count.right / Math.max(1, count.found - count.again);
  const strict = count.right / Math.max(1, count.found);
  const compatible = count.compatibleHit / Math.max(1, count.compatible);
  return [
    { figure: "conflicting differences: recall", value: recall, unit: "", bar: "≥ 0.6", holds: recall >= 0.6 },
    { figure: "conflicting differences: precision", value: precision, unit: "", bar: "≥ 0.6", holds: precision >= 0.6 },
    { figure: "… repetitions in a third source counted as wrong", value: strict, unit: "", bar: "", holds: null },
    { figure: "compatible differences: recall", value: compatible, unit: "", bar: "", holds: null },
  ];
}
