import { independenceOf } from "@assay/assist";
import type { Figure } from "../../support/figures.ts";
import type { Bundle } from "./read-bundles.ts";

/**
 * A bundle is right when every group is; a pair of sources is right when it is put together or kept apart as in the
 * gold. Most pairs are apart, so that precision and recall of the pairs put together are printed as well.
 */
export function independencePart(bundles: Bundle[]): Figure[] {
  let whole = 0;
  let right = 0;
  let pairs = 0;
  let together = 0;
  let gold = 0;
  let both = 0;
  for (const { sources, gold: judged } of bundles) {
    const found = groupOf(independenceOf(sources).groups);
    const wanted = groupOf(judged.independence);
    let wrong = 0;
    for (const [at, { id: a }] of sources.entries()) {
      for (const { id: b } of sources.slice(at + 1)) {
        const is = found.get(a) === found.get(b);
        const should = wanted.get(a) === wanted.get(b);
        pairs += 1;
        if (is === should) right += 1;
        else wrong += 1;
        if (is) together += 1;
        if (should) gold += 1;
        if (is && should) both += 1;
      }
    }
    if (wrong === 0) whole += 1;
  }
  const row = (figure: string, value: number): Figure => ({ figure, value, unit: "", bar: "", holds: null });
  const share = whole / bundles.length;
  return [
    { figure: "bundles with every independence group right", value: share, unit: "", bar: "≥ 0.9", holds: share >= 0.9 },
    row("pairs of sources rightly together or apart", right / Math.max(1, pairs)),
    row("of the pairs put together, rightly", both / Math.max(1, together)),
    row("of the pairs that belong together, found", both / Math.max(1, gold)),
  ];
}

function groupOf(groups: readonly string[][]): Map<string, number> {
  return new Map(groups.flatMap((group, index) => group.map((id): [string, number] => [id, index])));
}
