import type { RefusalInfo } from "../../trpc.ts";

export type SaveStatus =
  | { phase: "idle" }
  | { phase: "saving"; waiting: number }
  /** The last attempt got no answer; the next one starts by itself. */
  | { phase: "retrying"; waiting: number; attempt: number }
  | { phase: "saved"; at: number };

export type Sent<Value> = { ok: true; value: Value } | { ok: false; refusal: RefusalInfo };

interface QueueOptions {
  refusalOf: (error: unknown) => RefusalInfo;
  onStatus: (status: SaveStatus) => void;
  /** Resolves when the next attempt may start: after `ms`, or sooner when the network comes back. */
  wait: (ms: number) => Promise<void>;
  now: () => number;
}

export interface MutationQueue {
  send<Value>(attempt: () => Promise<Value>): Promise<Sent<Value>>;
  waiting(): number;
}

/**
 * One mutation after the other, in the order they were made, so that each builds on the version the last one left.
 * Without an answer the same attempt is repeated until there is one: `attempt` must carry the same mutation id each
 * time, so that a change that did arrive is not made twice (E4).
 */
export function createMutationQueue({ refusalOf, onStatus, wait, now }: QueueOptions): MutationQueue {
  let tail: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  async function persist<Value>(attempt: () => Promise<Value>): Promise<Sent<Value>> {
    for (let failures = 0; ; failures += 1) {
      try {
        return { ok: true, value: await attempt() };
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal.code !== "NETWORK") return { ok: false, refusal };
        onStatus({ phase: "retrying", waiting, attempt: failures + 1 });
        await wait(backoff(failures));
        onStatus({ phase: "saving", waiting });
      }
    }
  }

  return {
    waiting: () => waiting,
    send(attempt) {
      waiting += 1;
      if (waiting === 1) onStatus({ phase: "saving", waiting });
      const sent = tail.then(() => persist(attempt));
      tail = sent.then((outcome) => {
        waiting -= 1;
        if (waiting > 0) onStatus({ phase: "saving", waiting });
        else onStatus(outcome.ok ? { phase: "saved", at: now() } : { phase: "idle" });
      });
      return sent;
    },
  };
}

/** 1, 2, 4, 8, then every 15 seconds. */
export function backoff(failures: number): number {
  return Math.min(1000 * 2 ** failures, 15_000);
}
