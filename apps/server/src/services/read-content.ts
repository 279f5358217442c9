import { refuse } from "@assay/domain";
import { ingest, ingestText } from "@assay/ingest";
import type { IngestOutcome } from "@assay/ingest";
import type { SourceContent } from "../inputs/source-inputs.ts";

export interface Received {
  /** The bytes as received, kept beside the text that was read from them. */
  original: Buffer;
  originalName: string | null;
  mediaType: string;
  read: IngestOutcome;
}

/** What a person pasted or dropped, read by the importers. */
export function readContent(content: SourceContent): Received {
  if (content.kind === "text") {
    const original = Buffer.from(content.text, "utf8");
    return { original, originalName: null, mediaType: "text/plain; charset=utf-8", read: ingestText(content.text) };
  }
  const { name, mediaType, base64, encoding } = content;
  const original = Buffer.from(base64, "base64");
  const received = { original, originalName: name, mediaType: mediaType || "application/octet-stream" };
  // Node drops what is not base64 without a word; a file that came through half must not be stored.
  if (original.toString("base64") !== base64) {
    return { ...received, read: refuse("transfer", "The file did not arrive whole. Add it again.") };
  }
  return { ...received, read: ingest({ bytes: original, name, mediaType, encoding }) };
}
