import { CELL_FEATURES, rawValue } from "@assay/assist";
import type { JudgeModel, Question, Ranker } from "@assay/assist";
import { fitLogistic } from "./fit-logistic.ts";
import { fitTrees } from "./fit-trees.ts";
import type { FitOptions } from "./fit-trees.ts";
import type { JudgedCell } from "./judged-cells.ts";

const TREES: FitOptions = { depth: 2, rounds: 80, rate: 0.1, ridge: 5, least: 4 };
/** Parts that the bundles are dealt into for the scale. */
const FOLDS = 3;

type Label = (cell: JudgedCell) => number;

export function fitJudge(cells: readonly JudgedCell[], ranker: Ranker): JudgeModel {
  return {
    ranker,
    present: fitQuestion(cells, ({ gold }) => (gold.status === "missing" ? 0 : 1)),
    disputed: fitQuestion(cells, ({ gold }) => (gold.status === "disputed" ? 1 : 0)),
  };
}

/** Fitted on all of the cells; its scale on cells of bundles that were left out. */
function fitQuestion(cells: readonly JudgedCell[], label: Label): Question {
  return { ...fit(cells, label), scale: scaleOf(cells, label) };
}

function fit(cells: readonly JudgedCell[], label: Label): Omit<Question, "scale"> {
  const rows = cells.map(({ row }) => row);
  const labels = cells.map(label);
  const weights = Array<number>(cells.length).fill(1);
  return { trees: fitTrees(CELL_FEATURES, rows, labels, weights, TREES), sum: fitLogistic(rows, labels) };
}

/** Platt scaling by Newton's method, on values of cells whose bundle was not fitted on. */
function scaleOf(cells: readonly JudgedCell[], label: Label): { a: number; b: number } {
  const names = [...new Set(cells.map(({ bundle }) => bundle))];
  if (names.length < FOLDS) return { a: 1, b: 0 };
  const foldOf = new Map(names.map((name, i) => [name, i % FOLDS]));
  const seen = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const question = fit(
      cells.filter(({ bundle }) => foldOf.get(bundle) !== fold),
      label,
    );
    return cells.filter(({ bundle }) => foldOf.get(bundle) === fold).map((cell) => ({ x: rawValue(question, cell.row), y: label(cell) }));
  });
  let [a, b] = [1, 0];
  for (let round = 0; round < 20; round++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-6, 0, 1e-6];
    for (const { x, y } of seen) {
      const p = 1 / (1 + Math.exp(-(a * x + b)));
      const h = p * (1 - p);
      ga += (y - p) * x;
      gb += y - p;
      haa += h * x * x;
      hab += h * x;
      hbb += h;
    }
    const determinant = haa * hbb - hab * hab;
    a += (hbb * ga - hab * gb) / determinant;
    b += (haa * gb - hab * ga) / determinant;
  }
  return { a: Number(a.toFixed(4)), b: Number(b.toFixed(4)) };
}
