import { api, newId } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { notify } from "../../components/toast.tsx";
import { mutationQueue } from "./case-sync.ts";
import type { KeptMutation } from "./kept-mutation.ts";
import { rebaseKept } from "./rebase-kept.ts";

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
  await mutationQueue.sendAgain(rebaseKept(view, mutation, kept, newId));
}

export function giveUp({ id }: KeptMutation): Promise<void> {
  return mutationQueue.giveUp(id);
}
