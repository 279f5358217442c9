import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchPostgres } from "@assay/db";
import type { RunningPostgres } from "@assay/db";
import { ROOT, ensureGenerated, ensureServer } from "../../apps/server/bin/prepare.mjs";

export interface ServerProcess {
  url: string;
  child: ChildProcess;
  /** Resolves when the process has ended, for whatever reason. */
  ended: Promise<void>;
  /** The end of what it printed. */
  said(): string;
}

/** Built server processes on one Postgres, each in a process of its own, as behind a load balancer. */
export interface Fleet {
  postgres: RunningPostgres;
  dataDir: string;
  servers: ServerProcess[];
  /** Another process, or one again: `port` keeps the address of the one before it. */
  startServer(port?: number): Promise<ServerProcess>;
  /** Postgres again on the same folder and port, after it was killed. */
  restartPostgres(): Promise<void>;
  close(): Promise<void>;
}

interface FleetOptions {
  servers: number;
  /** Fast, and worth nothing after a power failure: for faults that spare Postgres. */
  throwaway: boolean;
  /** More variables for the servers. */
  env?: Record<string, string>;
}

export async function buildServer(): Promise<string> {
  const silent = () => {};
  await ensureGenerated(silent);
  return ensureServer(silent);
}

export async function openFleet({ servers: count, throwaway, env: more = {} }: FleetOptions): Promise<Fleet> {
  await buildServer();
  const folder = mkdtempSync(join(tmpdir(), "assay-fleet-"));
  const dataDir = join(folder, "postgres");
  const env = { ASSAY_DATA: folder, ASSAY_SECRET: randomBytes(24).toString("hex"), ASSAY_REGISTRATION: "open", ...more };
  const fleet: Fleet = {
    postgres: await launchPostgres({ dataDir, throwaway }),
    dataDir,
    servers: [],
    async startServer(port = 0) {
      const server = await spawnServer({ ...env, DATABASE_URL: fleet.postgres.url, PORT: String(port) });
      fleet.servers.push(server);
      return server;
    },
    async restartPostgres() {
      const { port } = fleet.postgres;
      // Lets go of the folder; nothing runs there any more.
      await fleet.postgres.stop();
      fleet.postgres = await launchPostgres({ dataDir, throwaway, port });
      if (fleet.postgres.port !== port) throw new Error(`Port ${port} was taken by somebody else meanwhile`);
    },
    async close() {
      await Promise.all(fleet.servers.map(stopServer));
      await fleet.postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    for (let index = 0; index < count; index++) await fleet.startServer();
  } catch (error) {
    await fleet.close();
    throw error;
  }
  return fleet;
}

/** A run that breaks off leaves none behind. */
const alive = new Set<ChildProcess>();
process.once("exit", () => alive.forEach((child) => child.kill("SIGKILL")));

/** The built server in a process of its own; resolves when it is ready. */
export async function spawnServer(env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(ROOT, "apps/server/dist/main.js")], {
    env: { ...process.env, ASSAY_LOG: "silent", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // What a server says of databases that are killed under it is no news here; why it did not start is.
  let complaints = "";
  child.stderr.on("data", (part: Buffer) => (complaints = (complaints + part.toString()).slice(-4_000)));
  alive.add(child);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  void ended.then(() => alive.delete(child));
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (part: Buffer) => {
      output = (output + part.toString()).slice(-4_000);
      const found = /ready at (\S+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(`The server ended before it was ready:\n${output}${complaints}`)));
  });
  return { url, child, ended, said: () => output + complaints };
}

export async function stopServer({ child, ended }: ServerProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
  await ended;
}
