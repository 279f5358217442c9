import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rmdir, rm, stat, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { PostgresLaunchError } from "./errors.ts";
import { startOf } from "./processes.ts";

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * One launcher per folder. The lock names its holder by pid and start time, so a lock left by a killed process, or one
 * whose pid another program has by now, does not count. Refused with the holder's pid while the holder lives.
 */
export async function lockFolder(file: string, folder: string): Promise<FolderLock> {
  const own = `${process.pid} ${await startOf(process.pid)} ${randomUUID()}\n`;
  const draft = `${file}.${randomUUID()}`;
  // Written apart and linked into place, the lock never exists without its content.
  await writeFile(draft, own, { mode: 0o600 });
  try {
    while (!(await tryLink(draft, file))) {
      const holder = await readHolder(file);
      if (holder === null) continue;
      if (holder.isAlive) {
        throw new PostgresLaunchError(
          `${folder} is in use by another Assay (process ${holder.pid}). ` +
            `Stop that one first, or set ASSAY_DATA to another folder.`,
        );
      }
      await breakLock(file);
    }
  } finally {
    await rm(draft, { force: true });
  }
  return {
    async release() {
      const content = await readFile(file, "utf8").catch(() => "");
      if (content === own) await rm(file, { force: true });
    },
  };
}

async function tryLink(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Null where there is no lock (any more): that is nobody's, and no dead one's to remove. */
async function readHolder(file: string): Promise<{ pid: number; isAlive: boolean } | null> {
  const content = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => (error.code === "ENOENT" ? null : ""));
  if (content === null) return null;
  const [pidText = "", start = ""] = content.trim().split(" ");
  const pid = Number(pidText);
  const isAlive = Number.isInteger(pid) && pid > 0 && start !== "" && (await startOf(pid)) === start;
  return { pid, isAlive };
}

/**
 * Two that find the same dead lock must not both remove it, or the second removes the first one's new lock. Making a
 * folder is the referee; one abandoned mid-way by a crash is swept after a while.
 */
async function breakLock(file: string): Promise<void> {
  const referee = `${file}.break`;
  try {
    await mkdir(referee);
  } catch {
    const since = await stat(referee).then((stats) => stats.mtimeMs, () => Date.now());
    if (Date.now() - since > 5_000) await rmdir(referee).catch(() => undefined);
    await sleep(20);
    return;
  }
  try {
    // What is read here as dead cannot be replaced before it is removed: only the referee removes it, and nobody links over it.
    if ((await readHolder(file))?.isAlive === false) await rm(file, { force: true });
  } finally {
    await rmdir(referee).catch(() => undefined);
  }
}
