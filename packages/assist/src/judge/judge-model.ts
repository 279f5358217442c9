import { probability, treesValue } from "./boosted-trees.ts";
import type { BoostedTrees } from "./boosted-trees.ts";

/** Turns log odds into those that hold on events the trees were not fitted on (Platt): a × value + b. */
export interface Calibration {
  a: number;
  b: number;
}

export interface JudgeModel {
  /** Does the source speak of the claim at all? */
  present: BoostedTrees;
  presentScale: Calibration;
  /** Does it give another value for the same fact, or deny it? */
  disputed: BoostedTrees;
  disputedScale: Calibration;
}

export interface Judgement {
  suggestion: "verified" | "disputed" | "missing";
  present: number;
  disputed: number;
}

/**
 * A dispute that is shown and is none costs a look; one that is not shown is lost in the agreement. Hence below a half.
 */
const DISPUTED_FROM = 0.3;

export function judge(model: JudgeModel, row: ArrayLike<number>): Judgement {
  const present = scaled(treesValue(model.present, row), model.presentScale);
  const disputed = scaled(treesValue(model.disputed, row), model.disputedScale);
  if (disputed >= DISPUTED_FROM) return { suggestion: "disputed", present: Math.max(present, disputed), disputed };
  return { suggestion: present >= 0.5 ? "verified" : "missing", present, disputed };
}

const scaled = (value: number, { a, b }: Calibration): number => probability(a * value + b);
