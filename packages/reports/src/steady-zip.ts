import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Zippable } from "fflate";

/** The earliest day a zip can hold: what stands for "no date". */
const NO_DATE = new Date(1980, 0, 1);
/** A part of this many bytes is packed in half the time, a tenth less tightly. */
const LARGE = 1_000_000;
const TYPES = "[Content_Types].xml";

/**
 * A zip whose bytes depend on its contents alone: no dates, entries in their own order, each XML part passed through
 * `change`, which may give a long one in pieces. The date is read in the machine's own time zone and written from it,
 * so it is the same in all of them.
 */
export function steadyZip(zip: Uint8Array, change: (name: string, xml: string) => string | readonly string[]): Uint8Array {
  const parts: Zippable = {};
  const entries = Object.entries(unzipSync(zip)).filter(([name]) => !name.endsWith("/"));
  // Office looks for the list of types first.
  entries.sort(([a], [b]) => Number(b === TYPES) - Number(a === TYPES));
  for (const [name, bytes] of entries) {
    const isText = /\.(?:xml|rels)$/u.test(name);
    const kept = isText ? encoded(change(name, strFromU8(bytes))) : bytes;
    parts[name] = [kept, { mtime: NO_DATE, level: kept.length > LARGE ? 4 : 6 }];
  }
  return zipSync(parts);
}

/** Piece by piece: a string of many megabytes would be held twice more, as it is joined and as it is encoded. */
function encoded(xml: string | readonly string[]): Uint8Array {
  if (typeof xml === "string") return strToU8(xml);
  const pieces = xml.map((piece) => strToU8(piece));
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** One XML part of a zip; empty where there is none. */
export function textPart(zip: Uint8Array, name: string): string {
  const { [name]: bytes } = unzipSync(zip, { filter: (entry) => entry.name === name });
  return bytes === undefined ? "" : strFromU8(bytes);
}
