import { fittedConflicts, fittedJudge, judge } from "@assay/assist";
import type { ConflictModel } from "@assay/assist";
import type { Bundle } from "../bundles/read-bundles.ts";
import { fitConflicts } from "./fit-conflicts.ts";
import { wasFittedOn } from "./fitted-on.ts";
import { shippedCells } from "./judged-cells.ts";
import { conflictsOf } from "./judged-conflicts.ts";
import { leaveOut } from "./left-out.ts";
import type { LeftOutCell } from "./left-out.ts";
import { partsOf } from "./parts.ts";
import { withWrittenEvents } from "./written-events.ts";

/**
 * Bundles as the product would meet them. One that the shipped weights were fitted on is judged by weights that were
 * fitted on others and on the project's own events; one that they never saw is judged by what ships.
 */

interface Fitted {
  bundles: Bundle[];
  cells: LeftOutCell[];
}

const known = new WeakMap<readonly Bundle[], Fitted>();

/** What the shipped weights were fitted on, each judged without it. Fitted once for all who ask about these bundles. */
function fittedAmong(bundles: readonly Bundle[]): Fitted {
  const before = known.get(bundles);
  if (before) return before;
  const fitted = bundles.filter(wasFittedOn);
  const all = fitted.length > 0 ? withWrittenEvents(fitted).filter(wasFittedOn) : [];
  const found = { bundles: all, cells: all.length > 0 ? leaveOut(all).cells : [] };
  known.set(bundles, found);
  return found;
}

/** Every cell, judged by weights that never saw its event. */
export function unseenCells(bundles: readonly Bundle[]): LeftOutCell[] {
  const model = fittedJudge();
  const asked = new Set(bundles.map(({ name }) => name));
  const fresh = bundles.filter((bundle) => !wasFittedOn(bundle));
  return [
    ...fittedAmong(bundles).cells.filter(({ bundle }) => asked.has(bundle)),
    ...shippedCells(fresh, model.ranker).map((cell) => ({ ...cell, judgement: judge(model, cell.row) })),
  ];
}

/** For each bundle the weights of conflicts that never saw it. */
export function unseenConflicts(bundles: readonly Bundle[]): (bundle: Bundle) => ConflictModel {
  const { bundles: fitted, cells } = fittedAmong(bundles);
  const parts = partsOf(fitted);
  const judged = fitted.flatMap((bundle) => conflictsOf(bundle, cells));
  const models = new Map(
    [...new Set(parts.values())].map((part) => [part, fitConflicts(judged.filter(({ bundle }) => parts.get(bundle) !== part))]),
  );
  return ({ name }) => models.get(parts.get(name) ?? -1) ?? fittedConflicts();
}
