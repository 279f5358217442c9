import { execFile } from "node:child_process";
import { readdir, readFile, readlink } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { PostgresLaunchError } from "./errors.ts";

/**
 * Ids of the Postgres processes, server and backends, that work in a cluster folder. A number in a pid file proves
 * nothing: it may belong to another program by now. The folder a process works in does.
 */
export async function findPostgresIn(clusterDir: string): Promise<number[]> {
  return process.platform === "linux" ? findByWorkingFolder(clusterDir) : findByArguments(clusterDir);
}

async function findByWorkingFolder(clusterDir: string): Promise<number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found: number[] = [];
  for (const pid of pids) {
    // Processes end while we look, and those of other users hide their folders: neither is ours.
    const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => "");
    if (cwd !== clusterDir) continue;
    // A shell that somebody left in this folder is no database.
    const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
    if (name.trim() === "postgres") found.push(Number(pid));
  }
  return found;
}

/** Elsewhere only the server itself can be told by its arguments; its backends follow it within moments. */
async function findByArguments(clusterDir: string): Promise<number[]> {
  if (process.platform === "win32") return [];
  const { stdout } = await promisify(execFile)("ps", ["-axo", "pid=,command="], { maxBuffer: 16 * 1024 * 1024 });
  return stdout
    .split("\n")
    .filter((line) => line.includes("postgres") && line.includes(` -D ${clusterDir} `))
    .map((line) => Number.parseInt(line, 10));
}

/**
 * Ends whatever still runs in the cluster after its launcher was killed: the server as a fast shutdown, then, if that
 * does not help, everything the hard way, which Postgres recovers from. Backends whose server is gone end by
 * themselves. Resolves with the number of processes found, once nothing runs there.
 */
export async function stopPostgresIn(clusterDir: string, patienceMs = 20_000): Promise<number> {
  const found = await findPostgresIn(clusterDir);
  const server = await readPidFile(clusterDir);
  if (server !== null && found.includes(server)) signal(server, "SIGINT");
  const impatientAt = Date.now() + patienceMs;
  for (let left = found; left.length > 0; left = await findPostgresIn(clusterDir)) {
    if (Date.now() > impatientAt) for (const pid of left) signal(pid, "SIGQUIT");
    if (Date.now() > impatientAt + patienceMs) {
      throw new PostgresLaunchError(`Database processes ${left.join(", ")} of ${clusterDir} do not end. End them by hand.`);
    }
    await sleep(20);
  }
  return found.length;
}

/** The server's id according to its own pid file; null without one. It may be outdated. */
export async function readPidFile(clusterDir: string): Promise<number | null> {
  const content = await readFile(path.join(clusterDir, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number.parseInt(content, 10);
  return pid > 0 ? pid : null;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in the meantime.
  }
}

/** A process's start, as the system counts it, without spaces: with the pid it names one process for good. Empty when there is none. */
export async function startOf(pid: number): Promise<string> {
  if (process.platform === "linux") {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    // The name, in parentheses, may hold anything; the fields after it are plain. Start time is the 22nd of all.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const isGone = stat === "" || fields[0] === "Z";
    return isGone ? "" : (fields[19] ?? "");
  }
  if (process.platform === "win32") return isAlive(pid) ? "alive" : "";
  const { stdout } = await promisify(execFile)("ps", ["-o", "lstart=", "-p", String(pid)]).catch(() => ({ stdout: "" }));
  return stdout.trim().replaceAll(/\s+/g, "_");
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
