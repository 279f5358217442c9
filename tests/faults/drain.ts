import { setTimeout as sleep } from "node:timers/promises";
import { median } from "../support/figures.ts";
import type { Figure } from "../support/figures.ts";
import { exactly } from "./exactly.ts";
import { scaled } from "./fault.ts";
import type { Fault } from "./fault.ts";
import { openFleet } from "./fleet.ts";
import type { ServerProcess } from "./fleet.ts";
import { Follower, sumOf } from "./follower.ts";
import { openLiveCase } from "./live-case.ts";

const CYCLES = 10;
const CLIENTS = 20;
const WRITERS = 8;
/** What a desk sets for its proxy to notice. */
const STOP_DELAY_S = 1;
const EXIT_MS = 10_000;
const BETWEEN_MS = 1_500;

/** What a server said and did between being asked to stop and its end. */
interface Stop {
  readinessFirst: boolean;
  exitMs: number;
  exitCode: number | null;
}

/** Servers are stopped one after the other under load, as an upgrade does: no work is lost, nobody misses an event. */
export const drain: Fault = {
  name: "drain",
  async run(options): Promise<Figure[]> {
    const cycles = scaled(CYCLES, options, 2);
    const fleet = await openFleet({ servers: 2, throwaway: true, env: { ASSAY_STOP_DELAY: String(STOP_DELAY_S) } });
    const followers: Follower[] = [];
    try {
      // As a load balancer: those that say they are ready.
      let ready = fleet.servers.slice(-2);
      const urls = () => ready.map(({ url }) => url);
      const { caseId, api, apiAt, tokens, writers } = await openLiveCase({ urls, writers: WRITERS, followers: 5 });
      const { lastEvent: from } = await api.case.head.query({ caseId });
      for (let index = 0; index < CLIENTS; index += 1) {
        followers.push(new Follower({ urls, token: tokens[index % tokens.length] ?? "", caseId, from }));
      }
      await Promise.all(followers.map((follower) => follower.start()));

      let isWriting = true;
      const acknowledged: number[] = [];
      const writing = writers.map(async ({ write }, index) => {
        for (let n = 0; isWriting; n += 1) acknowledged.push(await write(`Edit ${n} of writer ${index}`));
      });
      const stops: Stop[] = [];
      for (let cycle = 0; cycle < cycles; cycle += 1) {
        await sleep(BETWEEN_MS);
        const [leaving, staying] = ready;
        if (leaving === undefined || staying === undefined) throw new Error("There are not two servers");
        stops.push(await stopUnderLoad(leaving, () => (ready = [staying])));
        ready = [staying, await fleet.startServer()];
        options.say(`drain: ${cycle + 1} of ${cycles} servers stopped, ${acknowledged.length} writes`);
      }
      isWriting = false;
      await Promise.all(writing);
      const last = Math.max(...acknowledged);
      const giveUpAt = Date.now() + 20_000;
      while (followers.some((one) => one.last < last) && Date.now() < giveUpAt) await sleep(20);

      const [home = ""] = urls();
      const inLog = new Set<number>();
      for (let after = 0; ; ) {
        const { events } = await apiAt(home).case.log.query({ caseId, after, limit: 1000 });
        for (const { number } of events) inLog.add(number);
        after = events.at(-1)?.number ?? after;
        if (events.length < 1000) break;
      }
      const lost = acknowledged.filter((number) => !inLog.has(number)).length;
      const told = sumOf(followers, ({ closings }) => closings);
      const saidSo = stops.filter(({ readinessFirst }) => readinessFirst).length;
      const exits = stops.map(({ exitMs }) => exitMs);
      const longest = Math.max(...exits);
      return [
        exactly("acknowledged writes lost", lost, 0),
        exactly("writes that were made twice", last - from - acknowledged.length, 0),
        exactly("503 on /readyz while requests were still taken", saidSo, cycles),
        exactly("clean exits", stops.filter(({ exitCode }) => exitCode === 0).length, cycles),
        { figure: "longest exit", value: longest / 1000, unit: "s", bar: "≤ 10", holds: longest <= EXIT_MS },
        { figure: "exit: median", value: median(exits) / 1000, unit: "s", bar: "reported", holds: null },
        exactly("streams' gaps and repeats", sumOf(followers, ({ gaps, repeats }) => gaps + repeats), 0),
        exactly("clients that heard every event", followers.filter((one) => one.last === last).length, CLIENTS),
        { figure: "streams told when to come back", value: told, unit: "", bar: "≥ 1", holds: told >= 1 },
        { figure: "acknowledged writes", value: acknowledged.length, unit: "", bar: "reported", holds: null },
      ];
    } finally {
      for (const follower of followers) follower.stop();
      await fleet.close();
    }
  },
};

/** Asks a server to end while it is at work; `leave` takes it out of the load balancer. */
async function stopUnderLoad({ url, child, ended }: ServerProcess, leave: () => void): Promise<Stop> {
  const askedAt = performance.now();
  child.kill("SIGTERM");
  let status: number | null = 200;
  while (status === 200) {
    status = await fetch(`${url}/readyz`).then(
      (response) => response.status,
      () => null,
    );
    if (status === 200) await sleep(10);
  }
  leave();
  await ended;
  return { readinessFirst: status === 503, exitMs: performance.now() - askedAt, exitCode: child.exitCode };
}
