import { startTestServer } from "../support/test-server.ts";
import type { Figure } from "../support/figures.ts";
import { exactly } from "./exactly.ts";
import { scaled } from "./fault.ts";
import type { Fault } from "./fault.ts";
import { keepSeeds, keptSeeds, playSeeds } from "./play-seeds.ts";

const OPERATIONS = 100;

/** Two to four pages work on one case over bad networks; all of them end with what is stored (E3). */
export const converge: Fault = {
  name: "converge",
  async run(options): Promise<Figure[]> {
    const kept = await keptSeeds();
    const fresh = Array.from({ length: scaled(500, options, 5) }, (_, index) => index + 1);
    // Each once: its mutation ids are its own in the whole database (E4).
    const seeds = [...new Set([...kept, ...fresh])];
    const { testServer, stop } = await startTestServer();
    let done = 0;
    const played = await playSeeds(seeds, {
      operations: OPERATIONS,
      atOnce: 2,
      on: testServer,
      onPlayed({ seed, divergence }) {
        done += 1;
        if (divergence !== null) options.say(`converge: seed ${seed}: ${divergence}`);
        if (done % 50 === 0) options.say(`converge: ${done} of ${seeds.length} seeds`);
      },
    }).finally(stop);
    const diverged = played.filter(({ divergence }) => divergence !== null);
    if (diverged.length > 0) await keepSeeds(diverged.map(({ seed }) => seed));
    const sum = (of: (one: (typeof played)[number]) => number) => played.reduce((total, one) => total + of(one), 0);
    const told = (figure: string, value: number): Figure => ({ figure, value, unit: "", bar: "", holds: null });
    return [
      exactly("seeds played", played.length, seeds.length),
      exactly("seeds that diverged", diverged.length, 0),
      told("operations done", sum((one) => one.done)),
      told("operations refused", sum((one) => one.refused)),
      told("operations sent again", sum((one) => one.retried)),
      told("disconnects", sum((one) => one.disconnects)),
    ];
  },
};
