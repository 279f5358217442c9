import { shippedModel } from "../shipped/shipped-file.ts";
import type { JudgeModel } from "./judge-model.ts";

let fitted: JudgeModel | null = null;

/** The weights that ship, read once a process. */
export const fittedJudge = (): JudgeModel => (fitted ??= shippedModel<JudgeModel>("judge.json"));
