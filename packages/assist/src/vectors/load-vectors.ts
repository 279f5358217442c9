import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { WordVectors } from "./word-vectors.ts";

/** The only place of this package that reads files: everything else is handed what it needs. */
let loaded: WordVectors | null = null;

/** The shipped vectors, read once a process (some 25 ms). */
export function loadVectors(): WordVectors {
  if (loaded === null) {
    const folder = findData(dirname(fileURLToPath(import.meta.url)));
    const words = readFileSync(join(folder, "words.txt"), "utf8").trimEnd().split("\n");
    const bytes = readFileSync(join(folder, "vectors.bin"));
    loaded = new WordVectors(words, new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length));
  }
  return loaded;
}

/** Found by walking up, since a bundle of the server or the command lies elsewhere than this file. */
function findData(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    for (const data of [join(folder, "data"), join(folder, "packages/assist/data")]) {
      if (existsSync(join(data, "vectors.bin"))) return data;
    }
    if (dirname(folder) === folder) throw new Error(`The word vectors are in no folder above ${start}`);
  }
}
