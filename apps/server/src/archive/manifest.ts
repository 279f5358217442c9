import { isBlank, ROLES } from "@assay/domain";
import { z } from "zod";

/** Rises when a server that reads the form today could not read the next. */
export const FORMAT_VERSION = 1;
export const MANIFEST = "manifest.json";
export const LOG = "log.jsonl";

export const tableFile = (table: string): string => `tables/${table}.jsonl`;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const uuid = z.guid().toLowerCase();

/** One part of an archive, and what it has to be. */
const part = z.strictObject({
  name: z.string().max(200),
  size: z.int().min(0),
  sha256,
  /** Lines of a table or of the log; absent for a file that is kept as it was received. */
  rows: z.int().min(0).optional(),
});

const person = z.strictObject({
  id: z.string().min(1).max(200),
  name: z.string().max(200).refine((name) => !isBlank(name)),
  /** What they were at the desk that made the archive; null for somebody who was no member. */
  role: z.enum(ROLES).nullable(),
});

/** What an archive says of itself. Carries no address of anybody. */
export const manifestSchema = z.strictObject({
  format: z.literal("assay-archive"),
  formatVersion: z.int().min(1),
  generator: z.string().max(200),
  exportedAt: z.iso.datetime(),
  workspace: z.strictObject({ name: z.string().max(200), policy: z.record(z.string(), z.unknown()) }),
  /** The log's end, with which everything before it can be verified. */
  case: z.strictObject({
    id: uuid,
    title: z.string().max(1_000),
    lastEvent: z.int().min(0),
    lastHash: z.string().max(64),
  }),
  people: z.array(person).max(10_000),
  files: z.array(part).max(20_000),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestPart = z.infer<typeof part>;
