import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import type { Bundle } from "../bundles/read-bundles.ts";

const FILE = new URL("./fitted-on.json", import.meta.url);

/** An event, by what its sources say: its folder may be called anything. */
const keyOf = ({ sources }: Bundle): string =>
  createHash("sha256")
    .update(JSON.stringify(sources.map(({ text }) => text)))
    .digest("hex");

/** Written with the weights that ship. */
export function noteFittedOn(bundles: readonly Bundle[]): void {
  writeFileSync(FILE, `${JSON.stringify(bundles.map(keyOf), null, 2)}\n`);
}

/** Whether the weights that ship were fitted on this event, so that they must not be judged by it. */
export function wasFittedOn(bundle: Bundle): boolean {
  known ??= new Set(JSON.parse(readFileSync(FILE, "utf8")) as string[]);
  return known.has(keyOf(bundle));
}

let known: Set<string> | undefined;
