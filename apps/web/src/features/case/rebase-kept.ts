import type { CaseView } from "@assay/domain";
import { applyChange, foreseeChange, rebaseInput } from "@assay/domain";
import type { KeptMutation } from "./kept-mutation.ts";
import { needsChoice, restsOn } from "./kept-mutation.ts";

export interface Rebased {
  id: string;
  newId: string;
  input: unknown;
}

/**
 * A kept change, and what rests on it and waits for nothing else, on the versions that the desk holds now and those that
 * each of them makes (E5). It has not happened under its old id and is another change now: each takes a new one (E4).
 */
export function rebaseKept(
  view: CaseView,
  mutation: KeptMutation,
  kept: readonly KeptMutation[],
  makeId: () => string,
): Rebased[] {
  const moved: KeptMutation[] = [];
  const changed: Rebased[] = [];
  let held = view;
  for (const one of kept) {
    const isIt = one.id === mutation.id;
    const follows = !needsChoice(one) && moved.some((earlier) => restsOn(one, earlier));
    if (!isIt && needsChoice(one)) continue;
    let { input } = one;
    if (isIt || follows) {
      const id = makeId();
      input = { ...(rebaseInput(one.procedure, input, held, one.personId) as object), mutationId: id };
      changed.push({ id: one.id, newId: id, input });
      moved.push(one);
    }
    const change = foreseeChange(one.procedure, input, { view: held, actorId: one.personId, at: one.madeAt });
    if (change !== null) held = applyChange(held, change);
  }
  return changed;
}
