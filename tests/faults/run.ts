import type { Figure } from "../support/figures.ts";
import type { Fault, FaultOptions } from "./fault.ts";

/** Each in a file of its own, loaded when it is asked for. */
export const FAULTS: Record<string, () => Promise<Fault>> = {
  "same-cell": async () => (await import("./same-cell.ts")).sameCell,
  converge: async () => (await import("./converge.ts")).converge,
  idempotency: async () => (await import("./idempotency.ts")).idempotency,
  kill9: async () => (await import("./kill9.ts")).kill9,
  rules: async () => (await import("./rules.ts")).rules,
  stream: async () => (await import("./stream.ts")).stream,
  fanout: async () => (await import("./fanout.ts")).fanout,
  drain: async () => (await import("./drain.ts")).drain,
  "slow-client": async () => (await import("./slow-client.ts")).slowClient,
};

/** One fault, or all of them one after the other. */
export async function runFaults(name: string | undefined, options: FaultOptions): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [key, load] of Object.entries(FAULTS)) {
    if (name === undefined || name === key) figures.push(...(await (await load()).run(options)));
  }
  return figures;
}
