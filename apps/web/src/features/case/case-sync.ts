import type { CaseChange } from "@assay/domain";
import { getUntypedClient } from "@trpc/client";
import { create } from "zustand";
import { api } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { layOver } from "./case-query.ts";
import { showForeseen } from "./foreseen-case.ts";
import type { KeptMutation } from "./kept-mutation.ts";
import { needsChoice } from "./kept-mutation.ts";
import { openKeptStore } from "./kept-store.ts";
import { createMutationQueue } from "./mutation-queue.ts";
import type { QueueMessage, QueueState } from "./queue-state.ts";
import { dropUndosOf } from "./undo.ts";

/** The changes on their way, as every part of the page sees them. */
export const useQueueState = create<QueueState>(() => ({
  personId: null,
  kept: [],
  phase: "idle",
  savedAt: null,
  lasting: true,
}));

/** A request that hangs is no answer. A large source may take its time. */
const ANSWER_MS = 20_000;
const PATIENCE_MS = 4_000;

const client = getUntypedClient(api);
const windows = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("assay-kept");
let wake: (() => void) | null = null;

/** "Try now": the next attempt starts at once. */
export function retryNow(): void {
  wake?.();
}

export const mutationQueue = createMutationQueue({
  store: openKeptStore(),
  refusalOf,
  send: ({ procedure, input, personId }: KeptMutation) =>
    client.mutation(procedure, input, {
      context: { personId },
      ...(procedure === "source.add" || procedure === "source.revise" ? {} : { signal: AbortSignal.timeout(ANSWER_MS) }),
    }),
  onAnswer: (caseId, answer) => {
    if (isChange(answer)) layOver(caseId, answer);
  },
  onState: (state) => {
    const isOut = state.phase === "signed-out" && useQueueState.getState().phase !== "signed-out";
    showForeseen(state.kept);
    useQueueState.setState(state);
    dropUndosOf(state.kept.filter(needsChoice).map(({ id }) => id));
    if (isOut) window.dispatchEvent(new Event("assay:signed-out"));
  },
  post: (message) => windows?.postMessage(message),
  // Pages over plain http have no locks. Two windows may then send the same change: it happens once all the same (E4).
  alone: async (personId, work) => {
    if ("locks" in navigator) await navigator.locks.request(`assay-kept ${personId}`, work);
    else await work();
  },
  wait: (ms) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        window.removeEventListener("online", done);
        window.removeEventListener("focus", done);
        wake = null;
        resolve();
      };
      const timer = setTimeout(done, ms);
      window.addEventListener("online", done);
      window.addEventListener("focus", done);
      wake = done;
    }),
  now: () => Date.now(),
  patience: PATIENCE_MS,
});

windows?.addEventListener("message", ({ data }: MessageEvent<QueueMessage>) => mutationQueue.receive(data));

window.addEventListener("beforeunload", (event) => {
  if (mutationQueue.waiting() > 0) event.preventDefault();
});

function isChange(answer: unknown): answer is CaseChange {
  return typeof answer === "object" && answer !== null && "lastEvent" in answer && "lastHash" in answer;
}
