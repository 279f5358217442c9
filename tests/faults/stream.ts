import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Figure } from "../support/figures.ts";
import { exactly } from "./exactly.ts";
import { scaled } from "./fault.ts";
import type { Fault } from "./fault.ts";
import { openFleet } from "./fleet.ts";
import { Follower, percentile, sumOf } from "./follower.ts";
import { openLiveCase, writeAll } from "./live-case.ts";

const CLIENTS = 100;
const EVENTS = 10_000;
const LISTENER_KILLS = 20;
const PATIENCE_MS = 60_000;

/** Clients come and go, the listening connections die: nobody misses an event or hears one twice (E3). */
export const stream: Fault = {
  name: "stream",
  async run(options): Promise<Figure[]> {
    const clients = scaled(CLIENTS, options, 10);
    const events = scaled(EVENTS, options, 300);
    const kills = scaled(LISTENER_KILLS, options, 3);
    const fleet = await openFleet({ servers: 2, throwaway: true });
    const owner = new pg.Client({ connectionString: fleet.postgres.url });
    const followers: Follower[] = [];
    try {
      await owner.connect();
      const urls = () => fleet.servers.map(({ url }) => url);
      const { caseId, api, tokens, writers } = await openLiveCase({ urls, writers: 8, followers: 5 });
      const { lastEvent: from } = await api.case.head.query({ caseId });
      for (let index = 0; index < clients; index += 1) {
        followers.push(new Follower({ urls, token: tokens[index % tokens.length] ?? "", caseId, from }));
      }
      await Promise.all(followers.map((follower) => follower.start()));

      let isWriting = true;
      let [drops, killed] = [0, 0];
      const trouble = async () => {
        while (isWriting) {
          const follower = followers[Math.floor(Math.random() * followers.length)];
          follower?.drop(Math.random() * 1_500);
          drops += 1;
          await sleep(Math.random() * 150);
        }
      };
      const murder = async () => {
        // Spread over all of the writing: after each share of the events, when both processes listen again.
        for (let kill = 1; kill <= kills && isWriting; kill += 1) {
          const due = from + (events * kill) / (kills + 1);
          while (isWriting && Math.max(...followers.map(({ last }) => last)) < due) await sleep(5);
          const { rowCount } = await owner.query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'assay listen'",
          );
          if ((rowCount ?? 0) > 0) killed += 1;
        }
      };
      const beganAt = performance.now();
      const around = [trouble(), murder()];
      const last = await writeAll(writers, events, (n) => `Edit ${n}`).finally(() => (isWriting = false));
      const seconds = (performance.now() - beganAt) / 1000;
      await Promise.all(around);
      options.say(`stream: ${events} events written in ${seconds.toFixed(1)} s`);

      const giveUpAt = Date.now() + PATIENCE_MS;
      while (followers.some((follower) => follower.last < last) && Date.now() < giveUpAt) await sleep(20);
      const log = await api.case.verifyLog.query({ caseId });
      const whole = followers.filter((one) => one.last === last && one.events === last - from).length;
      const delays = followers.flatMap((follower) => follower.delays);
      const reported = { bar: "reported", holds: null };
      return [
        exactly("events in the log", log.ok ? (log.events ?? 0) - from : -1, events),
        exactly("clients that heard every event", whole, clients),
        exactly("gaps, or out of order", sumOf(followers, ({ gaps }) => gaps), 0),
        exactly("events heard twice", sumOf(followers, ({ repeats }) => repeats), 0),
        exactly("clients told to load anew", sumOf(followers, ({ reloads }) => reloads), 0),
        exactly("times the listeners were killed", killed, kills),
        { figure: "disconnects", value: drops, unit: "", ...reported },
        { figure: "deliveries", value: sumOf(followers, (one) => one.events), unit: "events", ...reported },
        { figure: "writes", value: events / seconds, unit: "/s", ...reported },
        { figure: "delay, disconnects included: median", value: percentile(delays, 0.5), unit: "ms", ...reported },
      ];
    } finally {
      for (const follower of followers) follower.stop();
      await owner.end();
      await fleet.close();
    }
  },
};
