import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ClaimType, Stance } from "@assay/domain";

export interface GoldCell {
  status: Stance;
  quotes: { start: number; end: number; exact: string }[];
}

export interface Gold {
  sources: { id: string; file: string; chars: number }[];
  claims: { id: string; claim: string; kind: string; sources: Record<string, GoldCell> }[];
}

/** The gold's looser kinds, in the desk's claim types. */
const TYPES: Record<string, ClaimType> = {
  number: "number",
  date: "date",
  event: "event",
  quote: "quote",
  attribution: "attribution",
  place: "place",
  "role/title": "role",
  statement: "attribution",
  detail: "event",
};

export function claimTypeOf(kind: string): ClaimType {
  const type = TYPES[kind];
  if (!type) throw new Error(`the gold has a kind this check does not know: ${kind}`);
  return type;
}

export function readGold(path: string): Gold {
  return JSON.parse(readFileSync(path, "utf8")) as Gold;
}

export function readSourceBytes(folder: string, file: string): Buffer {
  return readFileSync(join(folder, file));
}
