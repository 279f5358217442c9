import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Zippable } from "fflate";

/** The earliest day a zip can hold: what stands for "no date". */
const NO_DATE = new Date(1980, 0, 1);
const TYPES = "[Content_Types].xml";

/**
 * A zip whose bytes depend on its contents alone: no dates, entries in their own order, each XML part passed through
 * `change`. The date is read in the machine's own time zone and written from it, so it is the same in all of them.
 */
export function steadyZip(zip: Uint8Array, change: (name: string, xml: string) => string): Uint8Array {
  const parts: Zippable = {};
  const entries = Object.entries(unzipSync(zip)).filter(([name]) => !name.endsWith("/"));
  // Office looks for the list of types first.
  entries.sort(([a], [b]) => Number(b === TYPES) - Number(a === TYPES));
  for (const [name, bytes] of entries) {
    const isText = /\.(?:xml|rels)$/u.test(name);
    const kept = isText ? strToU8(change(name, strFromU8(bytes))) : bytes;
    parts[name] = [kept, { mtime: NO_DATE, level: 6 }];
  }
  return zipSync(parts);
}
