export { ACCEPTED_EXTENSIONS } from "./formats.ts";
export { ingest, ingestText } from "./ingest.ts";
export { ENCODINGS, MAX_SOURCE_BYTES } from "./ingested.ts";
export type { Encoding, Ingested, IngestedMeta, IngestInput, IngestOutcome } from "./ingested.ts";
