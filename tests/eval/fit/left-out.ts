import { judge } from "@assay/assist";
import type { Judgement } from "@assay/assist";
import type { Bundle } from "../bundles/read-bundles.ts";
import { fitJudge } from "./fit-judge.ts";
import { judgedCells } from "./judged-cells.ts";
import type { JudgedCell } from "./judged-cells.ts";

export interface LeftOutCell extends JudgedCell {
  judgement: Judgement;
}

const known = new WeakMap<readonly Bundle[], LeftOutCell[]>();

/** Every cell, judged by weights that were fitted on the other bundles. Fitted once for all who ask about these bundles. */
export function leftOutCells(bundles: readonly Bundle[]): LeftOutCell[] {
  const before = known.get(bundles);
  if (before) return before;
  const { cells, ranker } = judgedCells(bundles);
  const judged = [...new Set(cells.map(({ bundle }) => bundle))].flatMap((name) => {
    const model = fitJudge(
      cells.filter(({ bundle }) => bundle !== name),
      ranker,
    );
    return cells.filter(({ bundle }) => bundle === name).map((cell) => ({ ...cell, judgement: judge(model, cell.row) }));
  });
  known.set(bundles, judged);
  return judged;
}
