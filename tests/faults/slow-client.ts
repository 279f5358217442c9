import { setTimeout as sleep } from "node:timers/promises";
import type { Figure } from "../support/figures.ts";
import { exactly } from "./exactly.ts";
import { scaled } from "./fault.ts";
import type { Fault } from "./fault.ts";
import { openFleet } from "./fleet.ts";
import { Follower, percentile, sumOf } from "./follower.ts";
import { openLiveCase, writePaced } from "./live-case.ts";
import { readMetrics } from "./metrics.ts";

const STALLED = 10;
const OTHERS = 40;
const ROUNDS = 4;
const PER_SECOND = 20;
/** With messages this long the system's own buffers are full within seconds. */
const RATIONALE = "The operator gave this number on Tuesday, and the transcript has it too. ".repeat(270);
const HELD_BYTES = 1024 * 1024;
const DROPPED_MS = 30_000;
const SECONDS = 8;
const DROPPED = "assay_live_streams_dropped_total";
const HELD = "assay_live_held_bytes_max";

/** Laptops fall asleep with a case open: they hold next to nothing, are let go of soon, and nobody else notices. */
export const slowClient: Fault = {
  name: "slow-client",
  async run(options): Promise<Figure[]> {
    const stalled = scaled(STALLED, options, 3);
    const rounds = scaled(ROUNDS, options, 1);
    const fleet = await openFleet({ servers: 2, throwaway: true });
    const others: Follower[] = [];
    const sleepers: Follower[] = [];
    try {
      const urls = () => fleet.servers.map(({ url }) => url);
      const { tokens, writers, api, caseId } = await openLiveCase({ urls, writers: 20, followers: 5 });
      const follow = async (list: Follower[], count: number) => {
        const { lastEvent: from } = await api.case.head.query({ caseId });
        for (let index = 0; index < count; index += 1) {
          const follower = new Follower({ urls, token: tokens[index % tokens.length] ?? "", caseId, from });
          list.push(follower);
          await follower.start();
        }
      };
      const write = (seconds: number) => writePaced(writers, seconds * PER_SECOND, PER_SECOND, RATIONALE);
      await follow(others, scaled(OTHERS, options, 5));
      options.say("slow-client: all are there");
      await write(3);

      /** Looked at all the time, in all thirds of a round alike. */
      const looking = look(urls());
      /** The others' delays during some seconds of steady writing. */
      const measure = async () => {
        for (const { delays } of others) delays.length = 0;
        await write(SECONDS);
        return others.flatMap(({ delays }) => delays);
      };
      const delays = { absent: [] as number[], awake: [] as number[], asleep: [] as number[] };
      const [took, letGo] = [[] as number[], [] as number[]];
      for (let round = 0; round < rounds; round += 1) {
        delays.absent.push(...(await measure()));
        // The same number of people, awake.
        await follow(sleepers, stalled);
        delays.awake.push(...(await measure()));
        for (const sleeper of sleepers.splice(0)) sleeper.stop();

        await follow(sleepers, stalled);
        const before = looking.dropped();
        const stalledAt = performance.now();
        for (const sleeper of sleepers) sleeper.stall();
        delays.asleep.push(...(await measure()));
        const isLate = () => performance.now() - stalledAt > DROPPED_MS + 5_000;
        while (looking.dropped() - before < stalled && !isLate()) await write(1);
        took.push(looking.droppedAt() - stalledAt);
        letGo.push(looking.dropped() - before);
        for (const sleeper of sleepers.splice(0)) sleeper.stop();
        options.say(`slow-client: round ${round + 1} of ${rounds}`);
      }
      const mostHeld = await looking.stop();
      const longestMs = Math.max(...took);
      const isSoon = longestMs <= DROPPED_MS;
      const dropped = letGo.reduce((sum, count) => sum + count, 0);
      const [awake, asleep] = [percentile(delays.awake, 0.95), percentile(delays.asleep, 0.95)];
      const reported = { unit: "ms", bar: "reported", holds: null };
      return [
        exactly("stalled sockets let go of", dropped, stalled * rounds),
        { figure: "longest until all were", value: longestMs / 1000, unit: "s", bar: "≤ 30", holds: isSoon },
        { figure: "most held for one", value: mostHeld / 1024, unit: "KiB", bar: "≤ 1024", holds: mostHeld <= HELD_BYTES },
        exactly("gaps and repeats of the others", sumOf(others, ({ gaps, repeats }) => gaps + repeats), 0),
        { figure: "the others' p95 without them", value: percentile(delays.absent, 0.95), ...reported },
        { figure: "the others' p95 while they are awake", value: awake, ...reported },
        { figure: "the others' p95 while they are stalled", value: asleep, ...reported },
        { figure: "ratio", value: asleep / awake, unit: "×", bar: "≤ 1.1", holds: asleep <= awake * 1.1 },
      ];
    } finally {
      for (const follower of [...others, ...sleepers]) follower.stop();
      await fleet.close();
    }
  },
};

/** Asks the servers twice a second how many streams they let go of, and how much they hold for the worst of them. */
function look(urls: readonly string[]) {
  let isStopped = false;
  let [dropped, droppedAt, mostHeld] = [0, 0, 0];
  const done = (async () => {
    while (!isStopped) {
      const seen = await Promise.all(urls.map((url) => readMetrics(url, [DROPPED, HELD])));
      const now = seen.reduce((sum, [count = 0]) => sum + count, 0);
      if (now > dropped) droppedAt = performance.now();
      dropped = now;
      mostHeld = Math.max(mostHeld, ...seen.map(([, held = 0]) => held));
      await sleep(500);
    }
  })();
  return {
    dropped: () => dropped,
    droppedAt: () => droppedAt,
    async stop() {
      isStopped = true;
      await done;
      return mostHeld;
    },
  };
}
