import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readBundles } from "../bundles/read-bundles.ts";
import type { Bundle } from "../bundles/read-bundles.ts";

const FOLDER = fileURLToPath(new URL("../events", import.meta.url));

/** The events that were written for the project, to fit weights on besides whatever other bundles there are. */
export function withWrittenEvents(bundles: readonly Bundle[]): Bundle[] {
  const names = new Set(bundles.map(({ name }) => name));
  return [...bundles, ...(existsSync(FOLDER) ? readBundles(FOLDER) : []).filter(({ name }) => !names.has(name))];
}
