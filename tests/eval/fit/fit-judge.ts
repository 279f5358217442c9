import { CELL_FEATURES, treesValue } from "@assay/assist";
import type { BoostedTrees, JudgeModel } from "@assay/assist";
import { fitTrees } from "./fit-trees.ts";
import type { FitOptions } from "./fit-trees.ts";
import type { JudgedCell } from "./judged-cells.ts";

const TREES: FitOptions = { depth: 2, rounds: 80, rate: 0.1, ridge: 5, least: 4 };

const FOLDS = 4;

const PRESENT = ({ gold }: JudgedCell) => (gold.status === "missing" ? 0 : 1);
const DISPUTED = ({ gold }: JudgedCell) => (gold.status === "disputed" ? 1 : 0);

/** The trees on all of the cells; their scale on cells of bundles that were left out. */
export function fitJudge(cells: readonly JudgedCell[]): JudgeModel {
  const present = fit(cells, PRESENT);
  const disputed = fit(cells, DISPUTED);
  return {
    present,
    presentScale: scale(cells, PRESENT),
    disputed,
    disputedScale: scale(cells, DISPUTED),
  };
}

function fit(cells: readonly JudgedCell[], label: (cell: JudgedCell) => number): BoostedTrees {
  const rows = cells.map(({ row }) => row);
  return fitTrees(CELL_FEATURES, rows, cells.map(label), Array<number>(cells.length).fill(1), TREES);
}

/** Platt scaling by Newton's method, on values that no tree has seen the bundle of. */
function scale(cells: readonly JudgedCell[], label: (cell: JudgedCell) => number): { a: number; b: number } {
  const names = [...new Set(cells.map(({ bundle }) => bundle))];
  if (names.length < FOLDS) return { a: 1, b: 0 };
  const foldOf = new Map(names.map((name, i) => [name, i % FOLDS]));
  const seen = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const trees = fit(
      cells.filter(({ bundle }) => foldOf.get(bundle) !== fold),
      label,
    );
    return cells.filter(({ bundle }) => foldOf.get(bundle) === fold).map((cell) => ({ x: treesValue(trees, cell.row), y: label(cell) }));
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
