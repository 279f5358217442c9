import { describe, expect, it } from "vitest";
import { runFaults } from "./run.ts";

/** How long things take is the full runs' to say, on a machine that does nothing else. */
const TIMES = new Set(["ms", "s", "×", "/s"]);
const MINUTES = 4 * 60_000;

describe("faults of the live stream, scaled down", () => {
  it.each([
    ["[E3] stream: nobody misses an event or hears one twice", "stream", 0.02],
    ["[E3] fanout: everybody hears everything", "fanout", 0.1],
    ["[E4] drain: stopping servers lose no work", "drain", 0.1],
  ])(
    "%s",
    async (_, name, scale) => {
      const figures = await runFaults(name, { scale, say: () => undefined });
      expect(figures.filter(({ holds, unit }) => holds === false && !TIMES.has(unit))).toEqual([]);
      expect(figures.filter(({ holds }) => holds === true).length).toBeGreaterThan(2);
    },
    MINUTES,
  );
});
