import { judge } from "@assay/assist";
import type { Judgement } from "@assay/assist";
import type { Bundle } from "../bundles/read-bundles.ts";
import { fitJudge } from "./fit-judge.ts";
import { judgedCells } from "./judged-cells.ts";
import type { JudgedCell } from "./judged-cells.ts";

export interface LeftOutCell extends JudgedCell {
  judgement: Judgement;
}

/** Every cell, judged by weights that were fitted on the other bundles. */
export function leftOutCells(bundles: readonly Bundle[]): LeftOutCell[] {
  const { cells, ranker } = judgedCells(bundles);
  return [...new Set(cells.map(({ bundle }) => bundle))].flatMap((name) => {
    const model = fitJudge(
      cells.filter(({ bundle }) => bundle !== name),
      ranker,
    );
    return cells.filter(({ bundle }) => bundle === name).map((cell) => ({ ...cell, judgement: judge(model, cell.row) }));
  });
}
