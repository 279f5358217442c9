import { setTimeout as sleep } from "node:timers/promises";
import type { Figure } from "../support/figures.ts";
import { exactly } from "./exactly.ts";
import { scaled } from "./fault.ts";
import type { Fault } from "./fault.ts";
import { openFleet } from "./fleet.ts";
import { Follower, percentile, sumOf } from "./follower.ts";
import { openLiveCase, writePaced } from "./live-case.ts";
import { sumMetric } from "./metrics.ts";

const CLIENTS = 200;
const PER_SECOND = 20;
const SECONDS = 30;
const SETTLE_MS = 2_000;
const P95_MS = 300;
const P99_MS = 1_000;
const RATIONALE = "The operator gave this number on Tuesday, and the transcript of the call has it too.".repeat(4);

/** Everybody in a large desk has one case open while tags come in steadily, over two processes. */
export const fanout: Fault = {
  name: "fanout",
  async run(options): Promise<Figure[]> {
    const clients = scaled(CLIENTS, options, 20);
    const writes = scaled(SECONDS, options, 3) * PER_SECOND;
    const fleet = await openFleet({ servers: 2, throwaway: true });
    const followers: Follower[] = [];
    try {
      const urls = () => fleet.servers.map(({ url }) => url);
      const { caseId, api, tokens, writers } = await openLiveCase({ urls, writers: 20, followers: 5 });
      await writePaced(writers, 2 * PER_SECOND, PER_SECOND, "Warming up");
      const { lastEvent: from } = await api.case.head.query({ caseId });
      await sleep(SETTLE_MS);
      const before = await sumMetric(urls(), "process_resident_memory_bytes");
      for (let index = 0; index < clients; index += 1) {
        followers.push(new Follower({ urls, token: tokens[index % tokens.length] ?? "", caseId, from }));
        // Sign-ins are looked up one after the other, as people arrive.
        if (index % 10 === 9) await Promise.all(followers.slice(-10).map((follower) => follower.start()));
      }
      await Promise.all(followers.slice(clients - (clients % 10)).map((follower) => follower.start()));
      const pace = await writePaced(writers, writes, PER_SECOND, RATIONALE);
      const giveUpAt = Date.now() + 10_000;
      while (followers.some((one) => one.last < from + writes) && Date.now() < giveUpAt) await sleep(20);
      const memory = (await sumMetric(urls(), "process_resident_memory_bytes")) - before;
      const delays = followers.flatMap((follower) => follower.delays);
      const [p95, p99] = [percentile(delays, 0.95), percentile(delays, 0.99)];
      const heard = sumOf(followers, ({ events }) => events);
      options.say(`fanout: ${clients} clients, ${PER_SECOND} writes a second, 2 processes`);
      return [
        exactly("events heard by all clients together", heard, clients * writes),
        exactly("gaps and repeats", sumOf(followers, ({ gaps, repeats }) => gaps + repeats), 0),
        { figure: "writes", value: pace, unit: "/s", bar: `≥ ${PER_SECOND - 1}`, holds: pace >= PER_SECOND - 1 },
        { figure: "commit to client: median", value: percentile(delays, 0.5), unit: "ms", bar: "reported", holds: null },
        { figure: "commit to client: p95", value: p95, unit: "ms", bar: `≤ ${P95_MS}`, holds: p95 <= P95_MS },
        { figure: "commit to client: p99", value: p99, unit: "ms", bar: `≤ ${P99_MS}`, holds: p99 <= P99_MS },
        { figure: "server memory per client", value: memory / clients / 1024, unit: "KiB", bar: "reported", holds: null },
      ];
    } finally {
      for (const follower of followers) follower.stop();
      await fleet.close();
    }
  },
};
