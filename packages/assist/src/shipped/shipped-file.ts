import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

let folder: string | undefined;

/** A file of this package's `data`. The only place of the package that reads files: everything else is handed what it needs. */
export function shippedFile(name: string): Buffer {
  folder ??= findData(dirname(fileURLToPath(import.meta.url)));
  return readFileSync(join(folder, name));
}

/** Weights as the fit wrote them: one file a model, never edited by hand. */
export function shippedModel<Model>(name: string): Model {
  return JSON.parse(shippedFile(name).toString("utf8")) as Model;
}

/** Found by walking up, since a bundle of the server or the command lies elsewhere than this file. */
function findData(start: string): string {
  for (let at = start; ; at = dirname(at)) {
    for (const data of [join(at, "data"), join(at, "packages/assist/data")]) {
      if (existsSync(join(data, "vectors.bin"))) return data;
    }
    if (dirname(at) === at) throw new Error(`The data of the suggestions is in no folder above ${start}`);
  }
}
