import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFolder } from "./folder-lock.ts";
import type { FolderLock } from "./folder-lock.ts";
import { startOf } from "./processes.ts";

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "assay-lock-"));
  file = path.join(folder, "lock");
});
afterEach(() => rm(folder, { recursive: true }));

const take = () => lockFolder(file, folder);

describe("the folder lock", () => {
  it("is refused while its holder lives, with the holder's pid, and free after release", async () => {
    const lock = await take();
    await expect(take()).rejects.toThrow(`${folder} is in use by another Assay (process ${process.pid}). Stop that one`);
    await lock.release();
    await (await take()).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it("left by a process that was killed does not count", async () => {
    const child = spawn(process.execPath, ["-e", ""]);
    const pid = child.pid ?? 0;
    const left = `${pid} ${await startOf(pid)} x\n`;
    await new Promise((resolve) => child.once("exit", resolve));
    await writeFile(file, left);
    await (await take()).release();
  });

  it("does not count when its pid belongs to another program by now", async () => {
    await writeFile(file, `${process.pid} 1 x\n`);
    await (await take()).release();
  });

  it.each(["", "garbage", "-1 1 x"])("with the content %j does not count", async (content) => {
    await writeFile(file, content);
    await (await take()).release();
  });

  it("of a dead holder goes to exactly one of many that come at once", async () => {
    for (let round = 0; round < 10; round++) {
      await writeFile(file, "");
      const results = await Promise.allSettled(Array.from({ length: 12 }, take));
      const won = results.filter((result): result is PromiseFulfilledResult<FolderLock> => result.status === "fulfilled");
      expect(won).toHaveLength(1);
      await won[0]?.value.release();
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it("released late does not take away somebody else's", async () => {
    const first = await take();
    await rm(file);
    const second = await take();
    await first.release();
    await expect(take()).rejects.toThrow("in use");
    await second.release();
  });
});
