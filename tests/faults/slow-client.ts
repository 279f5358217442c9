import { setTimeout as sleep } from "node:timers/promises";
import { median } from "../support/figures.ts";
import type { Figure } from "../support/figures.ts";
import { exactly } from "./exactly.ts";
import { scaled } from "./fault.ts";
import type { Fault } from "./fault.ts";
import { openFleet } from "./fleet.ts";
import { Follower, percentile, sumOf } from "./follower.ts";
import { openLiveCase, writePaced } from "./live-case.ts";
import { readMetric, sumMetric } from "./metrics.ts";

const STALLED = 10;
const OTHERS = 40;
const ROUNDS = 5;
const PER_SECOND = 20;
/** With messages this long the system's own buffers are full within seconds. */
const RATIONALE = "The operator gave this number on Tuesday, and the transcript has it too. ".repeat(220);
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
      const { caseId, tokens, writers, api } = await openLiveCase({ urls, writers: 20, followers: 5 });
      const follow = async (list: Follower[], index: number) => {
        const { lastEvent: from } = await api.case.head.query({ caseId });
        const follower = new Follower({ urls, token: tokens[index % tokens.length] ?? "", caseId, from });
        list.push(follower);
        await follower.start();
        return follower;
      };
      for (let index = 0; index < scaled(OTHERS, options, 5); index += 1) await follow(others, index);
      options.say("slow-client: all are there");
      await writePaced(writers, 3 * PER_SECOND, PER_SECOND, RATIONALE);

      let mostHeld = 0;
      let longestMs = 0;
      let dropped = 0;
      const p95s = { without: [] as number[], beside: [] as number[] };
      /** The others' p95 during some seconds of steady writing. */
      const measure = async () => {
        for (const { delays } of others) delays.length = 0;
        await writePaced(writers, SECONDS * PER_SECOND, PER_SECOND, RATIONALE);
        return percentile(others.flatMap(({ delays }) => delays), 0.95);
      };
      for (let round = 0; round < rounds; round += 1) {
        p95s.without.push(await measure());
        const before = await sumMetric(urls(), DROPPED);
        const stalledAt = performance.now();
        for (let index = 0; index < stalled; index += 1) (await follow(sleepers, index)).stall();
        let isOver = false;
        const watch = async () => {
          for (;;) {
            mostHeld = Math.max(mostHeld, ...(await Promise.all(urls().map((url) => readMetric(url, HELD)))));
            const gone = (await sumMetric(urls(), DROPPED)) - before;
            const isLate = performance.now() - stalledAt > DROPPED_MS + 5_000;
            if (gone < stalled && !isLate) await sleep(250);
            else {
              longestMs = Math.max(longestMs, performance.now() - stalledAt);
              dropped += gone;
              isOver = true;
              return;
            }
          }
        };
        const watching = watch();
        p95s.beside.push(await measure());
        while (!isOver) await writePaced(writers, PER_SECOND, PER_SECOND, RATIONALE);
        await watching;
        for (const sleeper of sleepers.splice(0)) sleeper.stop();
        options.say(`slow-client: round ${round + 1} of ${rounds}`);
      }
      const [without, beside] = [median(p95s.without), median(p95s.beside)];
      const isSoon = longestMs <= DROPPED_MS;
      const reported = { unit: "ms", bar: "reported", holds: null };
      return [
        exactly("stalled sockets let go of", dropped, stalled * rounds),
        { figure: "longest until all were", value: longestMs / 1000, unit: "s", bar: "≤ 30", holds: isSoon },
        { figure: "most held for one", value: mostHeld / 1024, unit: "KiB", bar: "≤ 1024", holds: mostHeld <= HELD_BYTES },
        exactly("gaps and repeats of the others", sumOf(others, ({ gaps, repeats }) => gaps + repeats), 0),
        { figure: "the others' p95 without them", value: without, ...reported },
        { figure: "the others' p95 beside them", value: beside, ...reported },
        { figure: "ratio", value: beside / without, unit: "×", bar: "≤ 1.1", holds: beside <= without * 1.1 },
      ];
    } finally {
      for (const follower of [...others, ...sleepers]) follower.stop();
      await fleet.close();
    }
  },
};
