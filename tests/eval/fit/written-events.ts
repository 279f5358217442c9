import { fileURLToPath } from "node:url";
import { readBundles } from "../bundles/read-bundles.ts";
import type { Bundle } from "../bundles/read-bundles.ts";

const FOLDER = fileURLToPath(new URL("../events", import.meta.url));

/** The events that were written for the project. */
export function writtenEvents(): Bundle[] {
  return readBundles(FOLDER);
}

/** These bundles, and the written events that are not among them, to fit weights on. */
export function withWrittenEvents(bundles: readonly Bundle[]): Bundle[] {
  const names = new Set(bundles.map(({ name }) => name));
  return [...bundles, ...writtenEvents().filter(({ name }) => !names.has(name))];
}
