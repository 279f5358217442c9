import { create } from "zustand";
import { refusalOf } from "../../trpc.ts";
import type { SaveStatus } from "./mutation-queue.ts";
import { createMutationQueue } from "./mutation-queue.ts";

/** What the top bar says about saving. One queue for the whole page: a person does one thing at a time. */
export const useSaveStatus = create<{ status: SaveStatus }>(() => ({ status: { phase: "idle" } }));

let wake: (() => void) | null = null;

/** "Try now": the next attempt starts at once. */
export function retryNow(): void {
  wake?.();
}

export const mutationQueue = createMutationQueue({
  refusalOf,
  onStatus: (status) => useSaveStatus.setState({ status }),
  now: () => Date.now(),
  wait: (ms) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        window.removeEventListener("online", done);
        wake = null;
        resolve();
      };
      const timer = setTimeout(done, ms);
      window.addEventListener("online", done);
      wake = done;
    }),
});

window.addEventListener("beforeunload", (event) => {
  if (mutationQueue.waiting() > 0) event.preventDefault();
});
