import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

interface Manifest {
  name?: string;
  version?: string;
}

/**
 * The project's folder, found by walking up: the same from a source file and from a bundle, which lies elsewhere.
 */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

export const VERSION = readManifest(ROOT)?.version ?? "0.0.0";

function findRoot(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (readManifest(folder)?.name === "assay") return folder;
    if (dirname(folder) === folder) throw new Error(`Assay's package.json is in no folder above ${start}`);
  }
}

function readManifest(folder: string): Manifest | null {
  const file = join(folder, "package.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Manifest) : null;
}
