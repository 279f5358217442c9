import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "./desk.ts";
import type { Desk } from "./desk.ts";
import { openPlay } from "./converge-desk.ts";
import { converge } from "./converge.ts";

let desk: Desk;
beforeAll(async () => {
  // Server processes whose clocks differ by seconds.
  desk = await openDesk({ now: () => new Date(Date.now() + Math.round(Math.random() * 4_000)) });
});
afterAll(() => desk.close());

describe("pages of people with bad networks", () => {
  it.each([1, 2, 3, 4])("[E3] hold in the end what is stored (seed %i)", async (seed) => {
    const outcome = await converge(await openPlay(desk, seed, 100));
    expect(outcome).toMatchObject({ divergence: null });
    // Enough was done, refused and retried to mean something.
    expect(outcome.done).toBeGreaterThan(40);
    expect(outcome.disconnects).toBeGreaterThan(3);
  });
});
