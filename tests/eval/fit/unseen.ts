import { fittedConflicts, fittedJudge, judge } from "@assay/assist";
import type { ConflictModel } from "@assay/assist";
import type { Bundle } from "../bundles/read-bundles.ts";
import { fitConflicts } from "./fit-conflicts.ts";
import type { JudgedConflict } from "./fit-conflicts.ts";
import { wasFittedOn } from "./fitted-on.ts";
import { shippedCells } from "./judged-cells.ts";
import { leftOutCells } from "./left-out.ts";
import type { LeftOutCell } from "./left-out.ts";

/**
 * Bundles as the product would meet them. One that the shipped weights were fitted on is judged by weights that were
 * fitted on the others of its kind; one that they never saw is judged by what ships.
 */

const judged = new WeakMap<readonly Bundle[], LeftOutCell[]>();

/** Every cell, judged by weights that never saw its event. Fitted once for all who ask about these bundles. */
export function unseenCells(bundles: readonly Bundle[]): LeftOutCell[] {
  const before = judged.get(bundles);
  if (before) return before;
  const model = fittedJudge();
  const cells = [
    ...leftOutCells(bundles.filter(wasFittedOn)),
    ...shippedCells(
      bundles.filter((bundle) => !wasFittedOn(bundle)),
      model.ranker,
    ).map((cell) => ({ ...cell, judgement: judge(model, cell.row) })),
  ];
  judged.set(bundles, cells);
  return cells;
}

/** For each bundle the weights of conflicts that never saw it. */
export function unseenConflicts(bundles: readonly Bundle[], found: readonly JudgedConflict[]): (bundle: Bundle) => ConflictModel {
  const fitted = new Set(bundles.filter(wasFittedOn).map(({ name }) => name));
  const models = new Map(
    [...fitted].map((name) => [name, fitConflicts(found.filter(({ bundle }) => bundle !== name && fitted.has(bundle)))]),
  );
  return ({ name }) => models.get(name) ?? fittedConflicts();
}
