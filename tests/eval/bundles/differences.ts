import { weighDifferences } from "@assay/assist";
import type { Difference } from "@assay/assist";
import type { Figure } from "../../support/figures.ts";
import { candidatesOf, readClaims, repeats } from "../fit/judged-conflicts.ts";
import type { Candidates } from "../fit/judged-conflicts.ts";
import { unseenCells, unseenConflicts } from "../fit/unseen.ts";
import type { Bundle } from "./read-bundles.ts";
import { samePair } from "./same-pair.ts";

type GoldDifference = Bundle["gold"]["differences"][number];

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
  const modelFor = unseenConflicts(bundles);
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
