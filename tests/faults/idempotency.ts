import type { Figure } from "../support/figures.ts";
import { exactly } from "./exactly.ts";
import { scaled } from "./fault.ts";
import type { Fault } from "./fault.ts";
import { openFleet } from "./fleet.ts";
import { apiAs, makeAccount } from "./people.ts";
import { openUnreliableProxy } from "./unreliable-proxy.ts";
import { Writer, auditCase, openDesk } from "./writer.ts";

const PEOPLE = 8;
/** Windows of one person, all on the same case. */
const WINDOWS = 2;

/** Requests arrive twice and answers get lost; everything is done once (E4). */
export const idempotency: Fault = {
  name: "idempotency",
  async run(options): Promise<Figure[]> {
    const wanted = scaled(10_000, options, 200);
    const fleet = await openFleet({ servers: 2, throwaway: true });
    const urls = fleet.servers.map(({ url }) => url);
    const proxy = await openUnreliableProxy(urls, { replay: 0.3, drop: 0.1 });
    try {
      let left = wanted;
      const people = await Promise.all(
        Array.from({ length: PEOPLE }, async (_, index) => {
          const [home = ""] = urls;
          const { token } = await makeAccount(home, `Person${index}`);
          const straight = apiAs(home, token);
          const desk = await openDesk(straight);
          const api = apiAs(proxy.url, token);
          const writers = Array.from({ length: WINDOWS }, (__, window) => new Writer(`Window ${window}`, desk, () => api));
          return { straight, desk, writers };
        }),
      );
      const watch = setInterval(() => options.say(`idempotency: ${wanted - left} of ${wanted}`), 10_000);
      await Promise.all(people.flatMap(({ writers }) => writers.map((one) => one.work(() => left-- > 0))));
      clearInterval(watch);
      await proxy.settled();
      const audits = await Promise.all(people.map(({ straight, desk, writers }) => auditCase(straight, desk, writers)));
      const sum = (of: (audit: (typeof audits)[number]) => number) => audits.reduce((total, one) => total + of(one), 0);
      const writers = people.flatMap((one) => one.writers);
      const done = writers.reduce((total, { acknowledged }) => total + acknowledged.length, 0);
      const { requests, replayed, dropped, differing } = proxy.tally;
      return [
        { figure: "mutations acknowledged", value: done, unit: "", bar: `≥ ${wanted}`, holds: done >= wanted },
        share("requests replayed", replayed / requests, 0.25),
        share("answers dropped", dropped / requests, 0.07),
        exactly("duplicates", sum((audit) => audit.duplicates), 0),
        exactly("lost", sum((audit) => audit.lost), 0),
        exactly("replays answered otherwise", differing, 0),
        exactly("logs that verify", sum((audit) => Number(audit.verifies)), PEOPLE),
      ];
    } finally {
      await proxy.close();
      await fleet.close();
    }
  },
};

/** That the network was as bad as it was meant to be. */
function share(figure: string, value: number, least: number): Figure {
  return { figure, value: value * 100, unit: "%", bar: `≥ ${Math.round(least * 100)} %`, holds: value >= least };
}
