import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, lchown, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Account, RootAccounts } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { CHILD_ENV } from "./child-env.ts";
import { PostgresLaunchError } from "./errors.ts";

/** The database's owner; the server's sessions then become the bound role. */
export const OWNER = "assay";

export const DATABASE = "assay";

/** What the launcher keeps in a data folder. */
export interface DataFolder {
  root: string;
  cluster: string;
  password: string;
  lock: string;
  log: string;
}

export function describeDataFolder(root: string): DataFolder {
  return {
    root,
    cluster: path.join(root, "postgres"),
    password: path.join(root, "postgres-password"),
    lock: path.join(root, "postgres.lock"),
    log: path.join(root, "postgres.log"),
  };
}

/**
 * Where a child started in the cluster finds it. Under root the children run as users who may not pass the folders
 * above the data, and Postgres works with absolute paths only; the kernel's name for a process's own folder is one
 * that needs no way down to it.
 */
export function pathForChild(cluster: string, accounts: RootAccounts | null): string {
  return accounts ? "/proc/self/cwd" : cluster;
}

/** Whether there is a cluster that this Postgres can open. Anything else that lies there is refused, and not touched. */
export async function hasCluster(folder: DataFolder, majorVersion: string): Promise<boolean> {
  if (await exists(path.join(folder.root, "PG_VERSION"))) {
    throw new PostgresLaunchError(
      `${folder.root} is itself a Postgres folder. Give Assay a folder of its own with ASSAY_DATA, ` +
        `or the running server's address with DATABASE_URL.`,
    );
  }
  const entries = await readdir(folder.cluster).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new PostgresLaunchError(`${folder.cluster} cannot be read (${error.code}). Start Assay as its owner.`);
  });
  if (entries.length === 0) return false;
  const found = await readFile(path.join(folder.cluster, "PG_VERSION"), "utf8").then((text) => text.trim(), () => "");
  if (!/^\d+$/.test(found) || !(await exists(path.join(folder.cluster, "global", "pg_control")))) {
    throw new PostgresLaunchError(
      `${folder.cluster} holds files, but no complete database. Move it away to start with an empty one, ` +
        `or restore it from a backup.`,
    );
  }
  if (found !== majorVersion) {
    throw new PostgresLaunchError(
      `${folder.cluster} was made by Postgres ${found}; this Assay brings Postgres ${majorVersion}, which cannot open it. ` +
        `Dump it with pg_dump ${found} and load the dump into an empty data folder, ` +
        `or start the Assay version that made it. Nothing was changed.`,
    );
  }
  if (!(await exists(folder.password))) {
    throw new PostgresLaunchError(
      `${folder.password} is missing, and without it nobody can sign in to the database beside it. Restore it from a backup.`,
    );
  }
  return true;
}

/** Made aside and renamed into place, so that a crash half-way leaves no half of a cluster. */
export async function createCluster(
  folder: DataFolder,
  binaries: Binaries,
  accounts: RootAccounts | null,
  isDurable: boolean,
): Promise<void> {
  await removeDrafts(folder);
  const draft = await mkdtemp(path.join(folder.root, DRAFT_PREFIX));
  const cluster = path.join(draft, "cluster");
  const passwordCopy = path.join(draft, "password");
  await mkdir(cluster, { mode: 0o700 });
  await writeFile(passwordCopy, await ensurePassword(folder), { mode: 0o600 });
  if (accounts) {
    for (const file of [draft, cluster, passwordCopy]) await chown(file, accounts.setup.uid, accounts.setup.gid);
  }
  const dir = pathForChild(cluster, accounts);
  const args = ["-D", dir, "-U", OWNER, `--pwfile=${dir}/../password`, "--auth=scram-sha-256", "--encoding=UTF8"];
  // Postgres's own locale sorts alike on every machine and needs none of the system's.
  args.push("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions");
  if (!isDurable) args.push("--no-sync");
  await run(binaries.initdb, args, cluster, accounts?.setup ?? null);
  if (accounts) await giveTo(cluster, accounts.server);
  await rename(cluster, folder.cluster);
  await rm(draft, { recursive: true, force: true });
  if (isDurable) await sync(folder.root);
}

/** After a copy made by root the files are root's, and the database's user could not open them. */
export async function claimCluster(cluster: string, accounts: RootAccounts | null): Promise<void> {
  if (accounts && (await stat(cluster)).uid === 0) await giveTo(cluster, accounts.server);
}

export async function readPassword(folder: DataFolder): Promise<string> {
  return (await readFile(folder.password, "utf8")).trim();
}

const DRAFT_PREFIX = ".postgres-draft-";

async function removeDrafts(folder: DataFolder): Promise<void> {
  const names = (await readdir(folder.root)).filter((name) => name.startsWith(DRAFT_PREFIX));
  for (const name of names) await rm(path.join(folder.root, name), { recursive: true, force: true });
}

/** On disk before the cluster that needs it; one left by a start that got no further is used again. */
async function ensurePassword(folder: DataFolder): Promise<string> {
  if (await exists(folder.password)) return readPassword(folder);
  const password = randomBytes(24).toString("hex");
  const file = await open(folder.password, "wx", 0o600);
  try {
    await file.writeFile(`${password}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return password;
}

function run(program: string, args: string[], cwd: string, account: Account | null): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { ...account, cwd, env: CHILD_ENV }, (error, stdout, stderr) => {
      if (!error) return resolve();
      const said = (stderr || stdout || error.message).trim();
      const isNameless = said.includes("could not look up effective user ID");
      const advice = " Start Assay as a user listed in /etc/passwd, or set DATABASE_URL to the address of a Postgres server.";
      reject(new PostgresLaunchError(`The database could not be made: ${said}.${isNameless ? advice : ""}`));
    });
  });
}

async function giveTo(dir: string, account: Account): Promise<void> {
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    await lchown(path.join(entry.parentPath, entry.name), account.uid, account.gid);
  }
  // Last, because its owner is what says that all of it was given.
  await lchown(dir, account.uid, account.gid);
}

async function sync(dir: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(dir, "r");
  await handle.sync().finally(() => handle.close());
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(() => true, () => false);
}
