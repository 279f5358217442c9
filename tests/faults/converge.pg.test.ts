import { expect, it } from "vitest";
import { keptSeeds, playSeeds } from "./play-seeds.ts";

it("[E3] pages with bad networks end with what is stored", async () => {
  const seeds = [...(await keptSeeds()), 1001, 1002, 1003, 1004, 1005, 1006];
  const played = await playSeeds(seeds, { operations: 60, atOnce: 2 });
  expect(played).toHaveLength(seeds.length);
  for (const { seed, divergence, done, disconnects } of played) {
    expect(divergence, `seed ${seed}`).toBeNull();
    // Enough happened to mean something.
    expect(done, `seed ${seed}`).toBeGreaterThan(20);
    expect(disconnects, `seed ${seed}`).toBeGreaterThan(2);
  }
});
