export { ACCEPTED_EXTENSIONS, isPacked } from "./formats.ts";
export { ingest, ingestText } from "./ingest.ts";
export { MAX_SOURCE_BYTES } from "./ingested.ts";
export type { Ingested, IngestedMeta, IngestInput, IngestOutcome } from "./ingested.ts";
