import { BLOCK_KINDS, COMPLETENESS, MARK_KINDS, SOURCE_KINDS } from "@assay/domain";
import { z } from "zod";
import { id, phrase, spokenPhrase } from "./basics.ts";

/** Longest base64 of a file that is still under the limit of a source, with room to say by how much it is over. */
const BASE64_MAX = 38_000_000;
const TOO_LARGE = { error: "This is too large: a source has to be under 25 MB. Cut it down to its part." };

const offset = z.int().min(0);

const blockMark = z.strictObject({
  kind: z.enum(MARK_KINDS),
  start: offset,
  end: offset,
  href: phrase(2_000).refine(isWebAddress, { error: "A link needs a web address: it starts with https:// or http://." }).optional(),
});

/** Of a draft written here, which is not read from a file: its editor knows what is a heading. */
const blocks = z
  .array(
    z.strictObject({
      kind: z.enum(BLOCK_KINDS),
      start: offset,
      end: offset,
      level: z.int().min(1).max(6).optional(),
      marks: z.array(blockMark).max(10_000).optional(),
    }),
  )
  .max(200_000);

export const sourceContent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), text: z.string().max(BASE64_MAX, TOO_LARGE) }),
  z.strictObject({
    kind: z.literal("file"),
    name: phrase(500),
    mediaType: phrase(200),
    base64: z.string().max(BASE64_MAX, TOO_LARGE),
    encoding: z.literal("windows-1252").optional(),
    whole: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal("draft"), text: z.string().max(BASE64_MAX, TOO_LARGE), blocks }),
  /** What a large text or file became on its way in (http/unpack-sources.ts); no client can make a valid ticket. */
  z.strictObject({
    kind: z.literal("uploaded"),
    ticket: id,
    blocks: blocks.optional(),
    name: phrase(500).optional(),
    mediaType: phrase(200).optional(),
    encoding: z.literal("windows-1252").optional(),
    whole: z.boolean().optional(),
  }),
]);
export type SourceContent = z.output<typeof sourceContent>;

const date = phrase(40)
  .refine(isDate, { error: "Write the date as year-month-day, for example 2025-06-14." })
  .nullable();

export const sourceMeta = z.strictObject({
  title: phrase(500),
  publisher: phrase(300),
  author: phrase(300),
  url: phrase(2_000).refine(isWebAddress, { error: "This is not a web address. It starts with https:// or http://." }),
  publishedAt: date,
  retrievedAt: date,
  kind: z.enum(SOURCE_KINDS),
  language: phrase(35).refine(isLanguage, { error: "This is not a language tag. Write one such as en or pt-BR." }),
  independenceGroup: phrase(200),
});

/** Where a draft's editor followed passages to. */
export const followedPassages = z
  .array(z.strictObject({ tagId: id, evidenceId: id, start: z.int().min(0), end: z.int().min(1) }))
  .max(100_000);

export const removalReason = spokenPhrase(2_000, "Say why it is taken out: others have read it, and may have tagged it.");

export const completeness = z.enum(COMPLETENESS);

/** `YYYY-MM-DD`, alone or with a time, and a day that the calendar has. */
function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text);
  if (match === null) return false;
  const [, year, month, day] = match;
  const parsed = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.getUTCDate() === Number(day);
  return exists && !Number.isNaN(new Date(text).getTime());
}

/** Shown as a link later on, so that no other scheme may pass. */
function isWebAddress(text: string): boolean {
  if (text === "") return true;
  try {
    return ["http:", "https:"].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
