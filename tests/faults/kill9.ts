import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { median } from "../support/figures.ts";
import type { Figure } from "../support/figures.ts";
import { exactly } from "./exactly.ts";
import { scaled } from "./fault.ts";
import type { Fault, FaultOptions } from "./fault.ts";
import { buildServer, openFleet, spawnServer, stopServer } from "./fleet.ts";
import type { Fleet } from "./fleet.ts";
import { apiAs, makeAccount, untilAnswered } from "./people.ts";
import type { Account, Api } from "./people.ts";
import { Writer, auditCase, openDesk } from "./writer.ts";
import type { Audit, Desk } from "./writer.ts";

const PEOPLE = 3;
const WINDOWS = 2;
const RESTART_BAR_S = 10;

/** Servers that can be killed while people work on them. */
interface Site {
  name: string;
  /** Where requests may go now; asked anew for each attempt. */
  url(): string;
  /** Kills something, brings it back, and resolves when it serves again. */
  strike(cycle: number): Promise<void>;
  close(): Promise<void>;
}

/** Processes end without a word, in the middle of the work; what was acknowledged is there (E1, E2, E4). */
export const kill9: Fault = {
  name: "kill9",
  async run(options): Promise<Figure[]> {
    const cycles = scaled(50, options, 5);
    // One in five at a desk that is a single process with a Postgres of its own, as it is after `npm start`.
    const alone = Math.max(2, Math.floor(cycles / 5));
    const fleet = await strikeUnderLoad(await openFleetSite(), cycles - alone, options);
    const single = await strikeUnderLoad(await openSingleSite(), alone, options);
    const audits = [...fleet.audits, ...single.audits];
    const restarts = [...fleet.restarts, ...single.restarts];
    const sum = (of: (audit: Audit) => number) => audits.reduce((total, one) => total + of(one), 0);
    const seconds = (figure: string, value: number): Figure => {
      return { figure, value, unit: "s", bar: `≤ ${RESTART_BAR_S} s`, holds: value <= RESTART_BAR_S };
    };
    return [
      exactly("cycles", restarts.length, cycles),
      { figure: "writes acknowledged", value: fleet.writes + single.writes, unit: "", bar: "> 0", holds: fleet.writes > 0 },
      exactly("acknowledged writes lost", sum((audit) => audit.lost), 0),
      exactly("writes done twice", sum((audit) => audit.duplicates), 0),
      exactly("people who were stopped", fleet.stopped.length + single.stopped.length, 0),
      exactly("logs that verify", sum((audit) => Number(audit.verifies)), audits.length),
      seconds("restart, median", median(restarts)),
      seconds("restart, longest", Math.max(...restarts)),
    ];
  },
};

interface Struck {
  audits: Audit[];
  restarts: number[];
  writes: number;
  /** What somebody was told that should not have been told. */
  stopped: string[];
}

async function strikeUnderLoad(site: Site, cycles: number, { say }: FaultOptions): Promise<Struck> {
  try {
    const people = await Promise.all(Array.from({ length: PEOPLE }, (_, index) => seat(site, `Person${index}`)));
    const stopped: string[] = [];
    let isOver = false;
    const working = people.flatMap(({ writers }) =>
      writers.map((writer) =>
        writer.work(() => !isOver).catch((error: unknown) => {
          stopped.push(String(error));
          say(`kill9: somebody at ${site.name} was stopped: ${describe(error)}`);
        }),
      ),
    );
    const restarts: number[] = [];
    for (let cycle = 0; cycle < cycles; cycle++) {
      await sleep(200 + Math.random() * 600);
      const from = performance.now();
      await site.strike(cycle);
      restarts.push((performance.now() - from) / 1000);
      if (cycle % 10 === 9) say(`kill9: ${cycle + 1} of ${cycles} cycles, ${site.name}`);
    }
    isOver = true;
    await Promise.all(working);
    const audits = [];
    for (const { api, desk, writers } of people) audits.push(await auditCase(api(), desk, writers));
    const writers = people.flatMap((one) => one.writers);
    return { audits, restarts, stopped, writes: writers.reduce((sum, one) => sum + one.acknowledged.length, 0) };
  } finally {
    await site.close();
  }
}

interface Seat {
  account: Account;
  api: () => Api;
  desk: Desk;
  writers: Writer[];
}

async function seat(site: Site, name: string): Promise<Seat> {
  const account = await makeAccount(site.url(), name);
  const api = () => apiAs(site.url(), account.token);
  const desk = await openDesk(api());
  const writers = Array.from({ length: WINDOWS }, (_, window) => new Writer(`Window ${window}`, desk, api));
  return { account, api, desk, writers };
}

/** Two server processes on one Postgres: in turn one of them, a session of the database, the whole database. */
async function openFleetSite(): Promise<Site> {
  const fleet = await openFleet({ servers: 2, throwaway: false });
  let turn = 0;
  const strikes = [() => killServer(fleet), () => killBackend(fleet), () => killPostgres(fleet)];
  return {
    name: "two processes on one database",
    url: () => fleet.servers[turn++ % fleet.servers.length]?.url ?? "",
    async strike(cycle) {
      await strikes[cycle % strikes.length]?.();
      await Promise.all(fleet.servers.map(({ url }) => serves(url)));
    },
    close: () => fleet.close(),
  };
}

async function killServer(fleet: Fleet): Promise<void> {
  const struck = fleet.servers.shift();
  if (struck === undefined) throw new Error("There is no server to kill");
  struck.child.kill("SIGKILL");
  await struck.ended;
  await fleet.startServer(Number(new URL(struck.url).port));
}

/** Postgres takes the death of one session for damage, ends all others and recovers by itself. */
async function killBackend(fleet: Fleet): Promise<void> {
  const client = new pg.Client({ connectionString: fleet.postgres.url });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE application_name = 'assay' ORDER BY random() LIMIT 1",
  );
  for (const { pid } of rows) process.kill(pid, "SIGKILL");
  await client.end().catch(() => undefined);
}

async function killPostgres(fleet: Fleet): Promise<void> {
  process.kill(fleet.postgres.pid, "SIGKILL");
  await fleet.restartPostgres();
}

/**
 * What `npm start` runs. In turn its process, which is started again on the same folder, and the Postgres under it, which
 * it has to bring back by itself.
 */
async function openSingleSite(): Promise<Site> {
  await buildServer();
  const data = mkdtempSync(join(tmpdir(), "assay-single-"));
  const start = (port: string) => spawnServer({ ASSAY_DATA: data, DATABASE_URL: "", PORT: port });
  let server = await start("0");
  const { url } = server;
  return {
    name: "one process with its own database",
    url: () => url,
    async strike(cycle) {
      if (cycle % 2 === 1) {
        process.kill(readPid(data), "SIGKILL");
      } else {
        server.child.kill("SIGKILL");
        await server.ended;
        server = await start(new URL(url).port);
      }
      await serves(url).catch((error: unknown) => {
        throw new Error(`After cycle ${cycle}: ${String(error)}\n${server.said()}`);
      });
    },
    async close() {
      await stopServer(server);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Of the Postgres in a desk's data folder, as its pid file names it. */
function readPid(data: string): number {
  const [pid = ""] = readFileSync(join(data, "postgres/postgres/postmaster.pid"), "utf8").split("\n");
  return Number(pid);
}

function describe(error: unknown): string {
  const causes: string[] = [];
  for (let one = error; one instanceof Error; one = one.cause) causes.push(one.message);
  return causes.join(": ");
}

/** Resolves when the server says that it and its database are ready. */
async function serves(url: string): Promise<void> {
  await untilAnswered(async () => {
    const response = await fetch(`${url}/readyz`);
    await response.text();
    if (!response.ok) throw new Error(`${url} is not ready`);
  });
}
