import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { canonicalJson } from "@assay/domain";
import { EXIT, Failure } from "../failure.ts";

/**
 * Works out a release's sha256 from its JSON export (R2): over the whole of it in canonical JSON, without the one field
 * that holds the hash. Answers the exit code: 1 where it is another than the file says.
 */
export async function verifyRelease(path: string, say: (line: string) => void): Promise<number> {
  const { release, ...rest } = await readExport(path);
  if (!isRecord(release) || typeof release["sha256"] !== "string") {
    throw new Failure(`${path}: this is no export of a release. Take the JSON file of one`, EXIT.usage);
  }
  const { sha256: told, ...frozen } = release;
  const found = createHash("sha256").update(canonicalJson({ ...rest, release: frozen }), "utf8").digest("hex");
  if (found === told) {
    say(`${path}: release ${String(release["number"])} is as it was frozen, sha256 ${found}`);
    return 0;
  }
  say(`${path}: it was changed after its release. The file says sha256 ${told}, its contents give ${found}`);
  return 1;
}

async function readExport(path: string): Promise<Record<string, unknown>> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new Failure(`${path}: it cannot be read (${(error as NodeJS.ErrnoException).code ?? "error"})`, EXIT.io);
  }
  try {
    const parsed: unknown = JSON.parse(text);
    return isRecord(parsed) ? parsed : {};
  } catch {
    throw new Failure(`${path}: this is no JSON. Take the JSON file of a release`, EXIT.usage);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
