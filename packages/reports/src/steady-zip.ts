import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Zippable } from "fflate";

/** The earliest day a zip can hold: what stands for "no date". */
const NO_DATE = new Date(1980, 0, 1);
/** A part of this many bytes is packed in half the time, a tenth less tightly. */
const LARGE = 1_000_000;
const TYPES = "[Content_Types].xml";

/**
 * A zip whose bytes depend on its contents alone: no dates, entries in their own order, each XML part passed through
 * `change`, which may give a long one as its bytes. The date is read in the machine's own time zone and written from it,
 * so it is the same in all of them.
 */
export function steadyZip(zip: Uint8Array, change: (name: string, xml: string) => string | Uint8Array): Uint8Array {
  const parts: Zippable = {};
  const entries = Object.entries(unzipSync(zip)).filter(([name]) => !name.endsWith("/"));
  // Office looks for the list of types first.
  entries.sort(([a], [b]) => Number(b === TYPES) - Number(a === TYPES));
  for (const [name, bytes] of entries) {
    const isText = /\.(?:xml|rels)$/u.test(name);
    const kept = isText ? bytesOf(change(name, strFromU8(bytes))) : bytes;
    parts[name] = [kept, { mtime: NO_DATE, level: kept.length > LARGE ? 4 : 6 }];
  }
  return zipSync(parts);
}

function bytesOf(xml: string | Uint8Array): Uint8Array {
  return typeof xml === "string" ? strToU8(xml) : xml;
}

/** One XML part of a zip; empty where there is none. */
export function textPart(zip: Uint8Array, name: string): string {
  const { [name]: bytes } = unzipSync(zip, { filter: (entry) => entry.name === name });
  return bytes === undefined ? "" : strFromU8(bytes);
}
