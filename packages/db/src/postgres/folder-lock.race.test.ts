import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, vi } from "vitest";
import { lockFolder } from "./folder-lock.ts";
import { startOf } from "./processes.ts";

/** What others do right after each reading of the lock, in turn: no luck is needed to meet them. */
const meanwhile = vi.hoisted((): (() => Promise<void>)[] => []);

vi.mock("node:fs/promises", async (importActual) => {
  const actual = await importActual<typeof import("node:fs/promises")>();
  const readFile = async (file: string, encoding: "utf8") => {
    try {
      return await actual.readFile(file, encoding);
    } finally {
      if (file.endsWith("lock")) await meanwhile.shift()?.();
    }
  };
  return { ...actual, readFile };
});

it("a lock that somebody else takes while a dead one is looked for is not taken away from them", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "assay-lock-"));
  const file = path.join(folder, "lock");
  await writeFile(file, "0 0 dead\n");
  const taken = `${process.pid} ${await startOf(process.pid)} another\n`;
  // Somebody removes the dead lock; then, as this one finds none, somebody links theirs.
  meanwhile.push(() => rm(file), () => writeFile(file, taken));
  await expect(lockFolder(file, folder)).rejects.toThrow("in use by another Assay");
  await rm(folder, { recursive: true });
});
