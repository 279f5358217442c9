import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { ArchiveRefusal } from "./archive-refusal.ts";

const HEX = 64;

/** The comment at the end of the zip. The zeros are replaced by the sha256 of every byte before them. */
export const SEAL_COMMENT = `assay-archive sha256 ${"0".repeat(HEX)}`;

const NO_SEAL = "This is not an archive that Assay made, or its end is missing. Get the file again and import that.";
const BROKEN =
  "This archive was changed or damaged after it was made: its checksum does not fit its bytes. Get the file again.";

/** Seals a finished zip, so that not one of its bytes can change unnoticed. Answers the sha256. */
export async function sealFile(path: string): Promise<string> {
  const { size } = await stat(path);
  const sha256 = await hashStart(path, size - HEX);
  const file = await open(path, "r+");
  try {
    await file.write(sha256, size - HEX, "latin1");
  } finally {
    await file.close();
  }
  return sha256;
}

/** Refuses a file whose seal does not fit. Says nothing of who made it: anybody can seal a file. */
export async function checkSeal(path: string): Promise<string> {
  const { size } = await stat(path);
  if (size < SEAL_COMMENT.length) throw new ArchiveRefusal(NO_SEAL);
  const file = await open(path, "r");
  const end = Buffer.alloc(SEAL_COMMENT.length);
  try {
    await file.read(end, 0, end.length, size - end.length);
  } finally {
    await file.close();
  }
  const told = end.toString("latin1");
  const sha256 = told.slice(-HEX);
  const isSealed = told.slice(0, -HEX) === SEAL_COMMENT.slice(0, -HEX) && /^[0-9a-f]{64}$/u.test(sha256);
  if (!isSealed) throw new ArchiveRefusal(NO_SEAL);
  if ((await hashStart(path, size - HEX)) !== sha256) throw new ArchiveRefusal(BROKEN);
  return sha256;
}

async function hashStart(path: string, length: number): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path, { end: length - 1 })) hash.update(part as Buffer);
  return hash.digest("hex");
}
