import { api, newId } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { notify } from "../../components/toast.tsx";
import { carryKept } from "./carry-kept.ts";
import { mutationQueue } from "./case-sync.ts";
import type { KeptMutation } from "./kept-mutation.ts";
import { rebaseKept } from "./rebase-kept.ts";

/**
 * The person has seen what the desk holds and wants theirs all the same: it is based on today's versions (E5), and so
 * is everything that rests on it and waits for nothing else. What it says stays as it was written; words of a source
 * that has a newer revision are taken where they stand in it.
 */
export async function sendOnNewest(mutation: KeptMutation): Promise<void> {
  const { caseId } = mutation;
  try {
    const view = await api.case.get.query({ caseId });
    const all = mutationQueue.state().kept.filter((one) => one.caseId === caseId);
    const kept = await Promise.all(all.map((one) => carryKept(one, view)));
    await mutationQueue.sendAgain(rebaseKept(view, mutation, kept, newId));
  } catch (error) {
    notify({ text: refusalOf(error).message, tone: "refusal" });
  }
}

export function giveUp({ id }: KeptMutation): Promise<void> {
  return mutationQueue.giveUp(id);
}
