import { shippedModel } from "../shipped/shipped-file.ts";
import type { ConflictModel } from "./conflict-model.ts";

let fitted: ConflictModel | null = null;

/** The weights that ship, read once a process. */
export const fittedConflicts = (): ConflictModel => (fitted ??= shippedModel<ConflictModel>("conflicts.json"));
