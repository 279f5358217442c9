import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { open, readFile, rename, stat } from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { RootAccounts } from "./account.ts";
import { CHILD_ENV } from "./child-env.ts";
import { pathForChild } from "./cluster.ts";
import type { DataFolder } from "./cluster.ts";
import { PostgresLaunchError } from "./errors.ts";
import { startWatchdog } from "./watchdog.ts";

export interface ServerOptions {
  folder: DataFolder;
  program: string;
  accounts: RootAccounts | null;
  /** The first to try; the next free one is taken. 0: any. */
  port: number;
  throwaway: boolean;
}

export interface Server {
  pid: number;
  port: number;
  /** Resolves when the process has ended, for whatever reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

const PORTS_TO_TRY = 100;
/** Recovery after a crash reads back the log of changes and may take its time. */
const READY_WITHIN_MS = 10 * 60_000;
const STOP_WITHIN_MS = 30_000;
const LOG_MAX_BYTES = 5 * 1024 * 1024;

/** Starts Postgres on 127.0.0.1 and resolves when it takes connections. */
export async function startServer(options: ServerOptions): Promise<Server> {
  await rotateLog(options.folder.log);
  let port = await findFreePort(options.port);
  for (let attempt = 1; ; attempt++) {
    const result = await tryPort(options, port);
    if (result !== "port taken") return result;
    if (attempt >= PORTS_TO_TRY) throw new PostgresLaunchError(`No free port from ${options.port} to ${port}.`);
    // Somebody took it between the look and the start.
    port = await findFreePort(options.port === 0 ? 0 : port + 1);
  }
}

async function tryPort(options: ServerOptions, port: number): Promise<Server | "port taken"> {
  const { folder, program, accounts } = options;
  const log = await open(folder.log, "a", 0o600);
  const logStart = (await log.stat()).size;
  const child = spawn(program, ["-D", pathForChild(folder.cluster, accounts), ...settings(options, port)], {
    ...accounts?.server,
    cwd: folder.cluster,
    env: CHILD_ENV,
    stdio: ["ignore", log.fd, log.fd],
    // Ctrl-C reaches every process of the terminal's group; the database must outlive the server's last writes.
    detached: true,
  });
  const failure = await started(child);
  await log.close();
  if (failure) throw new PostgresLaunchError(`The database could not be started: ${failure.message}`);
  const pid = child.pid ?? 0;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const watchdog = startWatchdog(pid, folder.cluster, accounts?.server ?? null);
  void ended.then(() => watchdog.dismiss());
  child.unref();

  if (await becomesReady(child, folder.cluster)) return { pid, port, ended, stop: () => stop(child, ended) };

  const output = (await readFile(folder.log)).subarray(logStart).toString("utf8").trim();
  if (output.includes("Address already in use") || output.includes("could not bind")) return "port taken";
  throw new PostgresLaunchError(`The database did not start. ${folder.log} says: ${output.slice(-2_000)}`);
}

function settings({ throwaway }: ServerOptions, port: number): string[] {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    cluster_name: "assay",
    timezone: "UTC",
    log_line_prefix: "%m [%p] ",
    log_checkpoints: "off",
    // Everything here is short queries; compiling them costs more than running them.
    jit: "off",
    max_logical_replication_workers: 0,
  };
  if (throwaway) Object.assign(values, { fsync: "off", synchronous_commit: "off", full_page_writes: "off" });
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function started(child: ChildProcess): Promise<Error | null> {
  return new Promise((resolve) => {
    child.once("spawn", () => resolve(null));
    child.once("error", resolve);
  });
}

/** Postgres writes its state into its pid file: cheaper and surer than knocking. False when it ended instead. */
async function becomesReady(child: ChildProcess, cluster: string): Promise<boolean> {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (child.exitCode === null && child.signalCode === null) {
    const lines = await readFile(path.join(cluster, "postmaster.pid"), "utf8").then((text) => text.split("\n"), () => []);
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return true;
    if (Date.now() > giveUpAt) {
      child.kill("SIGQUIT");
      throw new PostgresLaunchError(`The database was not ready after ${READY_WITHIN_MS / 60_000} minutes.`);
    }
    await sleep(10);
  }
  return false;
}

/** A fast shutdown: sessions are ended, everything is written. After a while the hard way, which loses nothing either. */
async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  child.kill("SIGINT");
  const impatience = setTimeout(() => child.kill("SIGQUIT"), STOP_WITHIN_MS);
  await ended;
  clearTimeout(impatience);
}

async function findFreePort(first: number): Promise<number> {
  for (let port = first; port < first + PORTS_TO_TRY && port < 65_536; port++) {
    const bound = await new Promise<number | null>((resolve) => {
      const probe = net.createServer();
      probe.once("error", () => resolve(null));
      probe.listen(port, "127.0.0.1", () => {
        const address = probe.address();
        probe.close(() => resolve(typeof address === "object" && address ? address.port : null));
      });
    });
    if (bound !== null) return bound;
  }
  throw new PostgresLaunchError(`No free port from ${first} to ${first + PORTS_TO_TRY - 1}.`);
}

async function rotateLog(file: string): Promise<void> {
  const size = await stat(file).then((stats) => stats.size, () => 0);
  if (size > LOG_MAX_BYTES) await rename(file, `${file}.1`);
}
