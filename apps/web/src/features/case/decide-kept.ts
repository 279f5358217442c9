import type { CaseView } from "@assay/domain";
import { applyChange, foreseeChange, rebaseInput } from "@assay/domain";
import { api, newId, refusalOf } from "../../trpc.ts";
import { notify } from "../../components/toast.tsx";
import { mutationQueue } from "./case-sync.ts";
import type { KeptMutation } from "./kept-mutation.ts";
import { needsChoice, restsOn } from "./kept-mutation.ts";

/**
 * The person has seen what the desk holds and wants theirs all the same: it is based on today's versions (E5), and so
 * is everything that rests on it and waits for nothing else. What it says stays as it was written.
 */
export async function sendOnNewest(mutation: KeptMutation): Promise<void> {
  const { caseId } = mutation;
  const view = await api.case.get.query({ caseId }).catch((error: unknown) => {
    notify({ text: refusalOf(error).message, tone: "refusal" });
    return null;
  });
  if (view === null) return;
  const kept = mutationQueue.state().kept.filter((one) => one.caseId === caseId);
  await mutationQueue.sendAgain(rebased(view, mutation, kept));
}

export function rebased(
  view: CaseView,
  mutation: KeptMutation,
  kept: readonly KeptMutation[],
): { id: string; newId: string; input: unknown }[] {
  const moved: KeptMutation[] = [];
  const changed: { id: string; newId: string; input: unknown }[] = [];
  let held = view;
  for (const one of kept) {
    const isIt = one.id === mutation.id;
    const follows = !needsChoice(one) && moved.some((earlier) => restsOn(one, earlier));
    if (!isIt && needsChoice(one)) continue;
    let { input } = one;
    if (isIt || follows) {
      // It has not happened under its old id, and what it says is another thing now: a mutation of its own (E4).
      const id = newId();
      input = { ...(rebaseInput(one.procedure, input, held, one.personId) as object), mutationId: id };
      changed.push({ id: one.id, newId: id, input });
      moved.push(one);
    }
    const change = foreseeChange(one.procedure, input, { view: held, actorId: one.personId, at: one.madeAt });
    if (change !== null) held = applyChange(held, change);
  }
  return changed;
}

export function giveUp({ id }: KeptMutation): Promise<void> {
  return mutationQueue.giveUp(id);
}
