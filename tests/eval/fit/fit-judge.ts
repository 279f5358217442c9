import { CELL_FEATURES } from "@assay/assist";
import type { JudgeModel, Question, Ranker } from "@assay/assist";
import { fitLogistic } from "./fit-logistic.ts";
import { fitScale } from "./fit-scale.ts";
import { fitTrees } from "./fit-trees.ts";
import type { FitOptions } from "./fit-trees.ts";
import type { JudgedCell } from "./judged-cells.ts";

const TREES: FitOptions = { depth: 3, rounds: 150, rate: 0.1, ridge: 5, least: 4 };

type Asked = keyof Omit<JudgeModel, "ranker">;
export type Unscaled = Record<Asked, Omit<Question, "scale">>;
/** What each cell's value is by weights that never saw its event. */
export type UnseenValues = Record<Asked, Float64Array>;

const LABELS: Record<Asked, (cell: JudgedCell) => number> = {
  present: ({ gold }) => (gold.status === "missing" ? 0 : 1),
  disputed: ({ gold }) => (gold.status === "disputed" ? 1 : 0),
};

/** Both questions, as yet in values that are surer of the cells they were fitted on than of others. */
export function fitQuestions(cells: readonly JudgedCell[]): Unscaled {
  const rows = cells.map(({ row }) => row);
  const weights = Array<number>(cells.length).fill(1);
  const fit = (asked: Asked): Omit<Question, "scale"> => {
    const labels = cells.map(LABELS[asked]);
    return { trees: fitTrees(CELL_FEATURES, rows, labels, weights, TREES), sum: fitLogistic(rows, labels) };
  };
  return { present: fit("present"), disputed: fit("disputed") };
}

/** With the scale that the values of unseen cells have; of all of them or of those that `counts`. */
export function scaled(ranker: Ranker, questions: Unscaled, cells: readonly JudgedCell[], unseen: UnseenValues, counts: (cell: JudgedCell) => boolean = () => true): JudgeModel {
  const scale = (asked: Asked): Question["scale"] =>
    fitScale(cells.flatMap((cell, i) => (counts(cell) ? [{ x: unseen[asked][i] as number, y: LABELS[asked](cell) }] : [])));
  return { ranker, present: { ...questions.present, scale: scale("present") }, disputed: { ...questions.disputed, scale: scale("disputed") } };
}
