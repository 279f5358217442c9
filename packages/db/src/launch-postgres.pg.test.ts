// One file of cases because they share the folders, processes and users they set up; each starts a Postgres of its own.
import { execFile, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { launchPostgres } from "./launch-postgres.ts";
import type { LaunchOptions, RunningPostgres } from "./launch-postgres.ts";
import { findBinaryPackage } from "./postgres/binaries.ts";
import type { BinaryPackage } from "./postgres/binaries.ts";
import { findPostgresIn, startOf } from "./postgres/processes.ts";

const isRoot = process.getuid?.() === 0;
const isLinux = process.platform === "linux";
const NOBODY = 65_534;
const MODULE = pathToFileURL(fileURLToPath(new URL("./launch-postgres.ts", import.meta.url))).href;

let base: string;
let dataDir: string;
let cluster: string;
const running: RunningPostgres[] = [];
const children: ChildProcess[] = [];

beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), "assay-launch-"));
  dataDir = path.join(base, "data");
  cluster = path.join(dataDir, "postgres");
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const postgres of running.splice(0)) await postgres.stop();
  await until(async () => (await findPostgresIn(cluster)).length === 0);
  await rm(base, { recursive: true });
});

async function launch(options: Partial<LaunchOptions> = {}): Promise<RunningPostgres> {
  const postgres = await launchPostgres({ dataDir, throwaway: true, ...options });
  running.push(postgres);
  return postgres;
}

/** Another process that launches, prints where, and stays. */
async function launchApart(options: { uid?: number; tail?: string } = {}) {
  const script = `const { launchPostgres } = await import(${JSON.stringify(MODULE)});
    const postgres = await launchPostgres({ dataDir: ${JSON.stringify(dataDir)}, throwaway: true });
    console.log(JSON.stringify({ url: postgres.url, pid: postgres.pid }));
    setInterval(() => undefined, 1000);
    ${options.tail ?? ""}`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  children.push(child);
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${errors}`);
    return output.includes("\n");
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const { url, pid } = JSON.parse(output.split("\n")[0] ?? "") as { url: string; pid: number };
  return { child, url, pid, ended, output: () => output };
}

async function until(condition: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error("It did not come about in time");
    await sleep(20);
  }
}

async function query(url: string, sql: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows.map((row) => String(Object.values(row)[0]));
  } finally {
    await client.end();
  }
}

const isAlive = async (pid: number) => (await startOf(pid)) !== "";

async function findWatchdogs(): Promise<number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      return command.includes("assay-watchdog") && command.includes(cluster) ? [Number(pid)] : [];
    }),
  );
  return found.flat();
}

/** The package's binaries as they are after `npm ci --ignore-scripts`, in a folder of one's own. */
async function binariesWithoutLinks(): Promise<BinaryPackage> {
  const { native } = await findBinaryPackage();
  const copy = path.join(base, "package", "native");
  const isPacked = (file: string) => !file.endsWith(".a");
  await cp(native, copy, { recursive: true, verbatimSymlinks: true, filter: isPacked });
  const links = JSON.parse(await readFile(path.join(copy, "pg-symlinks.json"), "utf8")) as { target: string }[];
  for (const { target } of links) await rm(path.join(copy, "..", target), { force: true });
  return { native: copy, version: `18.4.0-${path.basename(base)}` };
}

describe("launchPostgres", () => {
  it("makes a database on the first start and finds its rows again on the second", async () => {
    const log: string[] = [];
    const first = await launch({ log: (message) => log.push(message), throwaway: false });
    await query(first.url, "CREATE TABLE kept AS SELECT 'ä' AS word");
    await first.stop();
    await first.stop();
    expect(await findPostgresIn(cluster)).toEqual([]);
    const second = await launch({ log: (message) => log.push(message), throwaway: false });
    expect(await query(second.url, "SELECT word FROM kept")).toEqual(["ä"]);
    expect(log).toEqual(["Making a new database"]);
  });

  it("is durable by default, and only a throwaway is not", async () => {
    const settings = "SELECT setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')";
    const durable = await launch({ throwaway: false });
    expect(await query(durable.url, settings)).toEqual(["on", "on", "on"]);
    await durable.stop();
    expect(await query((await launch()).url, settings)).toEqual(["off", "off", "off"]);
  });

  it("listens on 127.0.0.1 alone and wants the password, which only the owner can read", async () => {
    const postgres = await launch();
    expect(await query(postgres.url, "SHOW listen_addresses")).toEqual(["127.0.0.1"]);
    expect(await query(postgres.url, "SHOW unix_socket_directories")).toEqual([""]);
    const url = new URL(postgres.url);
    url.password = "guess";
    await expect(query(url.href, "SELECT 1")).rejects.toThrow("password authentication failed");
    expect((await stat(path.join(dataDir, "postgres-password"))).mode & 0o777).toBe(0o600);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  });

  it("refuses a folder that another launcher holds, in this process or another", async () => {
    const apart = await launchApart();
    await expect(launch()).rejects.toThrow(`in use by another Assay (process ${apart.child.pid})`);
    apart.child.kill("SIGKILL");
    await apart.ended;
    await launch();
    await expect(launch()).rejects.toThrow(`in use by another Assay (process ${process.pid})`);
  });

  it("takes the next free port", async () => {
    const holder = net.createServer();
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, "127.0.0.1", () => resolve((holder.address() as net.AddressInfo).port));
    });
    const postgres = await launch({ port });
    expect(postgres.port).toBeGreaterThan(port);
    expect(await query(postgres.url, "SELECT 1")).toEqual(["1"]);
    await new Promise((resolve) => holder.close(resolve));
  });

  it("runs when bundled", async () => {
    const root = fileURLToPath(new URL("../../..", import.meta.url));
    const bundle = path.join(root, "node_modules", ".cache", `${path.basename(base)}.mjs`);
    try {
      await build({
        entryPoints: [fileURLToPath(MODULE)],
        outfile: bundle,
        bundle: true,
        platform: "node",
        format: "esm",
        packages: "external",
        logLevel: "silent",
      });
      const bundled = (await import(pathToFileURL(bundle).href)) as { launchPostgres: typeof launchPostgres };
      const postgres = await bundled.launchPostgres({ dataDir, throwaway: true });
      running.push(postgres);
      expect(await query(postgres.url, "SELECT 1")).toEqual(["1"]);
    } finally {
      await rm(bundle, { force: true });
    }
  });

  it("works with libraries whose links were left out", async () => {
    const binaryPackage = await binariesWithoutLinks();
    const copies = isRoot ? "/var/cache/assay" : path.join(dataDir, "binaries");
    try {
      const postgres = await launch({ binaryPackage });
      expect(await query(postgres.url, "SELECT 1")).toEqual(["1"]);
    } finally {
      await rm(path.join(copies, `postgres-${binaryPackage.version}-${process.platform}-${process.arch}`), {
        recursive: true,
        force: true,
      });
    }
  });
});

describe.runIf(isLinux)("after a crash", () => {
  it("of the launcher by kill -9 the database ends by itself, and the next start has every committed row", async () => {
    const apart = await launchApart();
    await query(apart.url, "CREATE TABLE kept AS SELECT 1 AS n");
    apart.child.kill("SIGKILL");
    await until(async () => (await findPostgresIn(cluster)).length === 0);
    await until(async () => (await findWatchdogs()).length === 0);
    expect(await query((await launch()).url, "SELECT n FROM kept")).toEqual(["1"]);
  });

  it("that left the database running, the next start stops that one first", async () => {
    const apart = await launchApart();
    const watchdogs = await findWatchdogs();
    expect(watchdogs).toHaveLength(1);
    for (const pid of watchdogs) process.kill(pid, "SIGKILL");
    const client = new pg.Client({ connectionString: apart.url });
    client.on("error", () => undefined);
    await client.connect();
    await client.query("CREATE TABLE kept AS SELECT 1 AS n");
    apart.child.kill("SIGKILL");
    await apart.ended;
    await sleep(200);
    expect(await isAlive(apart.pid)).toBe(true);
    const log: string[] = [];
    const postgres = await launch({ log: (message) => log.push(message) });
    expect(await isAlive(apart.pid)).toBe(false);
    expect(log).toEqual(["Clearing up after a start that was cut short"]);
    expect(await query(postgres.url, "SELECT n FROM kept")).toEqual(["1"]);
    expect(await findPostgresIn(cluster)).toContain(postgres.pid);
    await client.end().catch(() => undefined);
  });

  it("of the database itself it says so, and the next start recovers", async () => {
    const log: string[] = [];
    const postgres = await launch({ log: (message) => log.push(message), throwaway: false });
    await query(postgres.url, "CREATE TABLE kept AS SELECT 1 AS n");
    process.kill(postgres.pid, "SIGKILL");
    await until(async () => log.some((message) => message.includes("The database ended by itself")));
    await postgres.stop();
    expect(await query((await launch({ throwaway: false })).url, "SELECT n FROM kept")).toEqual(["1"]);
  });

  it("a pid file whose pid belongs to another program now neither stops the start nor harms that program", async () => {
    const first = await launch();
    const { uid, gid } = await stat(cluster);
    const pidFile = path.join(cluster, "postmaster.pid");
    const content = await readFile(pidFile, "utf8");
    await first.stop();
    // Of the same user, and so a process that Postgres itself would take for its server.
    const stranger = spawn("sleep", ["60"], isRoot ? { uid, gid } : {});
    children.push(stranger);
    await writeFile(pidFile, content.replace(/^\d+/, String(stranger.pid)));
    await chown(pidFile, uid, gid);
    expect(await query((await launch()).url, "SELECT 1")).toEqual(["1"]);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  });

  it("a pid file whose process is gone does not stop the start", async () => {
    const first = await launch();
    const pidFile = path.join(cluster, "postmaster.pid");
    const content = await readFile(pidFile, "utf8");
    await first.stop();
    await writeFile(pidFile, content);
    expect(await query((await launch()).url, "SELECT 1")).toEqual(["1"]);
  });

  it("in the middle of making the database the next start makes it anew", async () => {
    const draft = path.join(dataDir, ".postgres-draft-abc");
    await mkdir(path.join(draft, "cluster", "base"), { recursive: true });
    await writeFile(path.join(dataDir, "postgres-password"), "0123456789abcdef\n", { mode: 0o600 });
    const postgres = await launch();
    expect(new URL(postgres.url).password).toBe("0123456789abcdef");
    expect(await query(postgres.url, "SELECT 1")).toEqual(["1"]);
    expect(await readdir(dataDir)).not.toContain(".postgres-draft-abc");
  });

  it("Ctrl-C leaves the database to its launcher, which can still write its last rows", async () => {
    const apart = await launchApart({
      tail: `const { default: pg } = await import("pg");
        process.on("SIGINT", async () => {
          await new Promise((resolve) => setTimeout(resolve, 300));
          const client = new pg.Client({ connectionString: postgres.url });
          await client.connect();
          await client.query("CREATE TABLE kept AS SELECT 1 AS n");
          await client.end();
          await postgres.stop();
          process.exit(7);
        });
        console.log("listening");`,
    });
    await until(async () => apart.output().includes("listening"));
    process.kill(-(apart.child.pid ?? 0), "SIGINT");
    expect(await apart.ended).toBe(7);
    expect([await findPostgresIn(cluster), await findWatchdogs()]).toEqual([[], []]);
    expect(await query((await launch()).url, "SELECT n FROM kept")).toEqual(["1"]);
  });
});

describe("a folder it cannot use", () => {
  it("is left as it is, with advice, when another major version made it", async () => {
    await (await launch()).stop();
    await writeFile(path.join(cluster, "PG_VERSION"), "15\n");
    const before = await readdir(dataDir, { recursive: true });
    await expect(launch()).rejects.toThrow(/made by Postgres 15; this Assay brings Postgres 18.*pg_dump 15.*Nothing was changed/);
    expect(await readdir(dataDir, { recursive: true })).toEqual(before);
    expect(await readFile(path.join(cluster, "PG_VERSION"), "utf8")).toBe("15\n");
  });

  it("is left as it is, with advice, when something else lies there", async () => {
    await mkdir(cluster, { recursive: true });
    await writeFile(path.join(cluster, "holiday.jpg"), "sun");
    await expect(launch()).rejects.toThrow("holds files, but no complete database. Move it away");
    expect(await readdir(cluster)).toEqual(["holiday.jpg"]);
    await rm(path.join(cluster, "holiday.jpg"));
    expect(await query((await launch()).url, "SELECT 1")).toEqual(["1"]);
  });

  it("is named when it is itself a Postgres folder, or its password is lost or wrong", async () => {
    await (await launch()).stop();
    await expect(launch({ dataDir: cluster })).rejects.toThrow("is itself a Postgres folder");
    const password = path.join(dataDir, "postgres-password");
    await writeFile(password, "guess\n");
    await expect(launch()).rejects.toThrow(`${password} is not this database's password`);
    await rm(password);
    await expect(launch()).rejects.toThrow(`${password} is missing`);
    expect(await findPostgresIn(cluster)).toEqual([]);
  });

  it("is named when a file stands in its place", async () => {
    await writeFile(dataDir, "");
    await expect(launch()).rejects.toThrow(`The data folder ${dataDir} cannot be used (EEXIST)`);
  });
});

describe.runIf(isRoot && isLinux)("under root", () => {
  it("runs as another user, on folders that user could not reach by name, with binaries it could not reach", async () => {
    const binaryPackage = await binariesWithoutLinks();
    const copy = `/var/cache/assay/postgres-${binaryPackage.version}-${process.platform}-${process.arch}`;
    await chmod(base, 0o700);
    try {
      const postgres = await launch({ binaryPackage });
      const status = await readFile(`/proc/${postgres.pid}/status`, "utf8");
      const uid = Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]);
      expect(uid).toBe((await stat(cluster)).uid);
      expect(uid).not.toBe(0);
      expect((await stat(base)).mode & 0o777).toBe(0o700);
      const peek = promisify(execFile)("ls", [base], { uid, gid: uid });
      await expect(peek).rejects.toThrow(/Permission denied/);
      expect(await query(postgres.url, "SELECT 1")).toEqual(["1"]);
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  });

  it("opens a folder that root copied", async () => {
    const first = await launch();
    await query(first.url, "CREATE TABLE kept AS SELECT 1 AS n");
    await first.stop();
    await promisify(execFile)("chown", ["-R", "0:0", cluster]);
    expect(await query((await launch()).url, "SELECT n FROM kept")).toEqual(["1"]);
  });

  it("shares a folder with the ordinary user who made it, in turns", async () => {
    await chmod(base, 0o755);
    await mkdir(dataDir);
    await chown(dataDir, NOBODY, NOBODY);
    const theirs = await launchApart({ uid: NOBODY });
    await query(theirs.url, "CREATE TABLE kept AS SELECT 1 AS n");
    theirs.child.kill("SIGKILL");
    await theirs.ended;
    const roots = await launch();
    expect(await query(roots.url, "SELECT n FROM kept")).toEqual(["1"]);
    await roots.stop();
    const again = await launchApart({ uid: NOBODY });
    expect(await query(again.url, "SELECT n FROM kept")).toEqual(["1"]);
  });

  it("tells an ordinary user whose folder root's is", async () => {
    await chmod(base, 0o755);
    await (await launch()).stop();
    await expect(launchApart({ uid: NOBODY })).rejects.toThrow(`The data folder ${dataDir} cannot be used (EACCES)`);
  });

  it("tells a user without a name why Postgres will not do", async () => {
    await chmod(base, 0o755);
    await mkdir(dataDir);
    await chown(dataDir, 54_321, 54_321);
    await expect(launchApart({ uid: 54_321 })).rejects.toThrow(/user listed in \/etc\/passwd, or set DATABASE_URL/);
  });
});
