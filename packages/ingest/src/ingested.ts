import type { Block, Outcome } from "@assay/domain";

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface IngestInput {
  bytes: Uint8Array;
  name: string;
  mediaType?: string;
  /** Set only when a person chose it after a refusal: nothing is ever guessed to be windows-1252. */
  encoding?: "windows-1252";
}

/** What the file says about itself; a person confirms it before it becomes SourceMeta. Absent means "does not say". */
export interface IngestedMeta {
  title: string;
  language?: string;
  author?: string;
  publisher?: string;
  url?: string;
  publishedAt?: string;
}

export interface Structure {
  text: string;
  blocks: Block[];
  meta: IngestedMeta;
  /** Sentences for the import screen: what a person should know about how the file was read. */
  notes: string[];
}

export interface Ingested extends Structure {
  encoding: Encoding;
}

/** A format turns normalised text (X2) into structure. `name` is the file's name, for a title of last resort. */
export type Format = (text: string, name: string) => Structure;

export type IngestOutcome = Outcome<Ingested>;

/** A file of this size or above is refused. */
export const MAX_SOURCE_BYTES = 25 * 1024 * 1024;

/** Above this a source is no document any more, and its block list alone would outweigh a case. */
export const MAX_BLOCKS = 500_000;

/** Lines are counted before anything is allocated for them. */
export const MAX_LINES = 2_000_000;
