import type { Block, Outcome } from "@assay/domain";

export interface IngestInput {
  bytes: Uint8Array;
  name: string;
  mediaType?: string;
  /** Set only when a person chose it after a refusal: nothing is ever guessed to be windows-1252. */
  encoding?: "windows-1252";
  /** Of a web page, all that it shows: a person missed something in what was taken for the article. */
  whole?: boolean;
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
  /** "plain text", "Markdown", "web page", "DOCX", "PDF": what the file was read as. */
  format: string;
  /** The name of the encoding as the Encoding Standard has it, e.g. "utf-8"; null where a file holds no text as such. */
  encoding: string | null;
}

export type IngestOutcome = Outcome<Ingested>;

/** A file of this size or above is refused. */
export const MAX_SOURCE_BYTES = 25 * 1024 * 1024;

/** Above this a source is no document any more, and its block list alone would outweigh a case. */
export const MAX_BLOCKS = 500_000;

/** Lines are counted before anything is allocated for them. */
export const MAX_LINES = 2_000_000;
