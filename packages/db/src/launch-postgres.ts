import { access, constants, mkdir, realpath, rm, stat } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { findRootAccounts } from "./postgres/account.ts";
import { copyFolders, findBinaryPackage, prepareBinaries } from "./postgres/binaries.ts";
import type { BinaryPackage } from "./postgres/binaries.ts";
import { claimCluster, createCluster, DATABASE, describeDataFolder, hasCluster, OWNER, readPassword } from "./postgres/cluster.ts";
import type { DataFolder } from "./postgres/cluster.ts";
import { PostgresLaunchError } from "./postgres/errors.ts";
import { lockFolder } from "./postgres/folder-lock.ts";
import { stopPostgresIn } from "./postgres/processes.ts";
import { startServer } from "./postgres/server.ts";

export interface LaunchOptions {
  /** Made if absent. The launcher keeps everything of the database in here. */
  dataDir: string;
  log?: (message: string) => void;
  /** The first port to try on 127.0.0.1; the next free one is taken. 0: any. */
  port?: number;
  /** For tests: fast, and worth nothing after a power failure. */
  throwaway?: boolean;
  /** Another set of binaries than the installed package's, for tests. */
  binaryPackage?: BinaryPackage;
}

export interface RunningPostgres {
  /** With the owner's password in it. */
  url: string;
  port: number;
  pid: number;
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<void>;
  /** Ends all sessions, writes everything, resolves when nothing runs any more. May be called twice. */
  stop(): Promise<void>;
}

const DEFAULT_PORT = 54_310;

/**
 * Starts a Postgres of this process's own on a folder, which it makes on the first run. It ends with this process,
 * however this process ends; what an earlier crash left behind is cleared away first. Works as root and as any user.
 * Refuses with a PostgresLaunchError that says what to do: folder in use, made by another major version, or no database.
 */
export async function launchPostgres(options: LaunchOptions): Promise<RunningPostgres> {
  const { log = () => undefined, throwaway = false } = options;
  const folder = await openDataFolder(options.dataDir);
  const lock = await lockFolder(folder.lock, folder.root);
  try {
    const source = options.binaryPackage ?? (await findBinaryPackage());
    const isThere = await hasCluster(folder, source.version.split(".")[0] ?? "");
    const accounts = await findRootAccounts(folder.cluster);
    const binaries = await prepareBinaries(source, accounts?.server ?? null, copyFolders(folder.root));
    if (isThere) {
      await clearLeftovers(folder, log);
      await claimCluster(folder.cluster, accounts);
    } else {
      log("Making a new database");
      await createCluster(folder, binaries, accounts, !throwaway);
    }
    const server = await startServer({
      folder,
      program: binaries.postgres,
      accounts,
      port: options.port ?? (throwaway ? 0 : DEFAULT_PORT),
      throwaway,
    });
    let isStopping = false;
    void server.ended.then(() => {
      if (!isStopping) log(`The database ended by itself; ${folder.log} says why`);
    });
    const stop = async () => {
      isStopping = true;
      await server.stop();
      await lock.release();
    };
    try {
      const url = await openDatabase(folder, server.port);
      return { url, port: server.port, pid: server.pid, ended: server.ended, stop };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openDataFolder(dataDir: string): Promise<DataFolder> {
  if (process.getuid?.() === 0 && process.platform !== "linux") {
    throw new PostgresLaunchError("Postgres does not run as root. Start Assay as an ordinary user.");
  }
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return describeDataFolder(await realpath(dataDir));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new PostgresLaunchError(
      `The data folder ${path.resolve(dataDir)} cannot be used (${code}). Choose another with ASSAY_DATA.`,
    );
  }
}

/**
 * A killed launcher leaves a pid file, perhaps with a server behind it. The server is stopped, not taken over: it may
 * be of an older version or have other settings. Only when nothing runs in the folder may the file go: it is what
 * keeps a second server from destroying the data.
 */
async function clearLeftovers(folder: DataFolder, log: (message: string) => void): Promise<void> {
  const pidFile = path.join(folder.cluster, "postmaster.pid");
  if (!(await stat(pidFile).catch(() => null))) return;
  log("Clearing up after a start that was cut short");
  await stopPostgresIn(folder.cluster);
  await rm(pidFile, { force: true });
}

/** The database itself is made here and not with the cluster, so that a crash in between is mended by the next start. */
async function openDatabase(folder: DataFolder, port: number): Promise<string> {
  const address = `postgres://${OWNER}:${await readPassword(folder)}@127.0.0.1:${port}`;
  const client = new pg.Client({ connectionString: `${address}/postgres`, application_name: "assay launch" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    const hint = code === "28P01" ? `${folder.password} is not this database's password. Restore it from a backup.` : message;
    throw new PostgresLaunchError(`The database refused to be opened: ${hint}`);
  } finally {
    await client.end().catch(() => undefined);
  }
  return `${address}/${DATABASE}`;
}
