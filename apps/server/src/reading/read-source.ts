import { createHash } from "node:crypto";
import { checkBlocks, refuse, snapToGraphemes } from "@assay/domain";
import type { Block, Outcome } from "@assay/domain";
import { ingest, ingestText } from "@assay/ingest";
import type { IngestedMeta } from "@assay/ingest";

/** What a person pasted or dropped. */
export type Received =
  | { kind: "text"; text: string }
  /** Written here, with the structure it was given. */
  | { kind: "draft"; text: string; blocks: Block[] }
  | {
      kind: "file";
      bytes: Uint8Array;
      name: string;
      mediaType: string;
      encoding?: "windows-1252" | undefined;
      whole?: boolean | undefined;
    };

export interface ReadText {
  meta: IngestedMeta;
  notes: string[];
  /** What it was read as, see `Ingested`. */
  format: string;
  encoding: string | null;
  sha256: string;
  /** UTF-16 code units. */
  length: number;
  /** How many blocks the text has. */
  blocks: number;
  /** The beginning of the text as it would be stored. */
  preview: string;
  /** What a store needs, as bytes: they move between threads without a copy, and into the database without a string. */
  stored: StoredText;
}

export interface StoredText {
  /** UTF-8; null where the original is the very same bytes. */
  text: Uint8Array | null;
  /** JSON in UTF-8. */
  blocks: Uint8Array;
  /** The bytes as received, kept beside the text that was read from them. */
  original: Uint8Array;
  originalSha256: string;
}

export type ReadSource = Outcome<ReadText>;

/** The editor takes such characters out while they are pasted, before any offset exists. */
const UNSTORABLE =
  "This draft holds characters that are not stored as they are, such as carriage returns. Reload the page and save again.";

const PREVIEW_LENGTH = 4_000;

/** All the work of reading a source: decoding, structure, hashes. Takes seconds and much memory for a large one. */
export async function readSource(received: Received): Promise<ReadSource> {
  const read = received.kind === "file" ? await ingest(received) : ingestText(received.text);
  if (!read.ok) return read;
  const { text, meta, notes, format, encoding } = read;
  const blocks = received.kind === "draft" ? received.blocks : read.blocks;
  if (received.kind === "draft") {
    if (text !== received.text) return refuse("X2", UNSTORABLE);
    const misfit = checkBlocks(text, blocks);
    if (misfit !== null) return misfit;
  }
  const original = received.kind === "file" ? received.bytes : Buffer.from(received.text, "utf8");
  const bytes = Buffer.from(text, "utf8");
  const end = snapToGraphemes(text, 0, Math.min(PREVIEW_LENGTH, text.length)).end;
  return {
    ok: true,
    meta,
    notes,
    format,
    encoding,
    sha256: sha256(bytes),
    length: text.length,
    blocks: blocks.length,
    preview: text.slice(0, end),
    stored: {
      text: bytes.equals(original) ? null : bytes,
      blocks: Buffer.from(JSON.stringify(blocks), "utf8"),
      original,
      originalSha256: sha256(original),
    },
  };
}

export function textOf({ text, original }: StoredText): string {
  return Buffer.from(text ?? original).toString("utf8");
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
