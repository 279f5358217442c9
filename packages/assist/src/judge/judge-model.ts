import type { Ranker } from "../align/ranker.ts";
import { probability, treesValue } from "./boosted-trees.ts";
import type { BoostedTrees } from "./boosted-trees.ts";
import { logisticValue } from "./logistic.ts";
import type { Logistic } from "./logistic.ts";

/** A yes-or-no question about a cell: a weighted sum and boosted trees, averaged, since they err in different places. */
export interface Question {
  trees: BoostedTrees;
  sum: Logistic;
  /** Turns the log odds into those that hold on events that were not fitted on (Platt): a × value + b. */
  scale: { a: number; b: number };
}

export interface JudgeModel {
  ranker: Ranker;
  /** Does the source speak of the claim at all? */
  present: Question;
  /** Does it give another value for the same fact, or deny it? */
  disputed: Question;
}

export interface Judgement {
  suggestion: "verified" | "disputed" | "missing";
  present: number;
  disputed: number;
}

/** A dispute that is shown and is none costs a look; one that is not shown is lost in the agreement. Hence below a half. */
const DISPUTED_FROM = 0.31;

/** A source that does not speak of the claim does not dispute it, whatever figures stand in it. */
export function judge(model: JudgeModel, row: ArrayLike<number>): Judgement {
  const present = answer(model.present, row);
  const disputed = answer(model.disputed, row);
  if (present < 0.5) return { suggestion: "missing", present, disputed };
  return { suggestion: disputed >= DISPUTED_FROM ? "disputed" : "verified", present, disputed };
}

export const rawValue = ({ trees, sum }: Omit<Question, "scale">, row: ArrayLike<number>): number =>
  (treesValue(trees, row) + logisticValue(sum, row)) / 2;

function answer(question: Question, row: ArrayLike<number>): number {
  const { a, b } = question.scale;
  return probability(a * rawValue(question, row) + b);
}
