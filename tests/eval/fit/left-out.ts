import { judge, rawValue } from "@assay/assist";
import type { JudgeModel, Judgement } from "@assay/assist";
import type { Bundle } from "../bundles/read-bundles.ts";
import { fitQuestions, scaled } from "./fit-judge.ts";
import type { UnseenValues } from "./fit-judge.ts";
import { judgedCells } from "./judged-cells.ts";
import type { JudgedCell } from "./judged-cells.ts";
import { partsOf } from "./parts.ts";

export interface LeftOutCell extends JudgedCell {
  judgement: Judgement;
}

export interface LeftOut {
  cells: LeftOutCell[];
  /** Fitted on all of the cells. Asked for by whoever ships it. */
  fitAll: () => JudgeModel;
}

/** Every cell, judged by weights that were fitted on bundles of the other parts, and scaled by cells of the other parts. */
export function leaveOut(bundles: readonly Bundle[]): LeftOut {
  const { cells, ranker } = judgedCells(bundles);
  const parts = partsOf(bundles);
  const partOf = ({ bundle }: JudgedCell): number => parts.get(bundle) ?? 0;
  const unseen: UnseenValues = { present: new Float64Array(cells.length), disputed: new Float64Array(cells.length) };
  const fitted = [...new Set(parts.values())].map((part) => {
    const questions = fitQuestions(cells.filter((cell) => partOf(cell) !== part));
    cells.forEach((cell, i) => {
      if (partOf(cell) !== part) return;
      unseen.present[i] = rawValue(questions.present, cell.row);
      unseen.disputed[i] = rawValue(questions.disputed, cell.row);
    });
    return { part, questions };
  });
  return {
    cells: fitted.flatMap(({ part, questions }) => {
      const model = scaled(ranker, questions, cells, unseen, (cell) => partOf(cell) !== part);
      return cells.filter((cell) => partOf(cell) === part).map((cell) => ({ ...cell, judgement: judge(model, cell.row) }));
    }),
    fitAll: () => scaled(ranker, fitQuestions(cells), cells, unseen),
  };
}
