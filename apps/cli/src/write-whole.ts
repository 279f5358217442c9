import { rename, rm, writeFile } from "node:fs/promises";
import { EXIT, Failure } from "./failure.ts";

/** To a neighbour first, so that a failed write never leaves half a file: neither there nor beside it. */
export async function writeWhole(out: string, content: string | Uint8Array): Promise<void> {
  const half = `${out}.part-${process.pid}`;
  try {
    await writeFile(half, content);
    await rename(half, out);
  } catch (error) {
    await rm(half, { force: true });
    throw new Failure(`${out}: it cannot be written (${(error as NodeJS.ErrnoException).code ?? "error"})`, EXIT.io);
  }
}
