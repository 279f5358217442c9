import { expect, it } from "vitest";
import type { Fault } from "./fault.ts";
import { idempotency } from "./idempotency.ts";
import { kill9 } from "./kill9.ts";
import { sameCell } from "./same-cell.ts";

/**
 * The faults of `npm run faults`, on as many server processes and a small part of their length. How long things take is
 * the full runs' to say.
 */
async function holds(fault: Fault): Promise<void> {
  const figures = await fault.run({ scale: 0.02, say: () => undefined });
  const short = figures.filter((one) => one.holds === false && one.unit !== "s");
  expect(short).toEqual([]);
  expect(figures.length).toBeGreaterThan(3);
}

it("[E5] one edit of eight at once succeeds, seven are told both texts", () => holds(sameCell), 120_000);

it("[E4] requests that come twice and answers that get lost change nothing twice", () => holds(idempotency), 120_000);

it("[E1] [E2] what was acknowledged outlives kill -9 of servers and database", () => holds(kill9), 240_000);
