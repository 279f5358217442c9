import { SUGGESTION_KINDS } from "@assay/domain";
import { z } from "zod";
import { READERS } from "../assist/reader-kinds.ts";
import { baseVersion, id, phrase } from "./basics.ts";

const key = z.string().regex(/^[0-9a-f]{64}$/, { error: "This names no suggestion. Reload the page and try again." });

/** As the suggestion's own answer has it, when a person accepts it. */
export const suggestionOrigin = z
  .strictObject({
    provider: z.string().min(1).max(200),
    version: z.string().max(200),
    promptHash: z.string().regex(/^[0-9a-f]{64}$/).optional(),
    key,
    score: z.number().min(0).max(1),
  })
  .transform(({ promptHash, ...origin }) => (promptHash === undefined ? origin : { ...origin, promptHash }));

/** A cell says which one it is: while it is blind nobody may tell what they think of it, not even by a dismissal (B1). */
const named = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("cell"), key, claimId: id, sourceId: id }),
  z.strictObject({ kind: z.enum(SUGGESTION_KINDS).exclude(["cell"]), key }),
]);

export const suggestionItems = z
  .array(named)
  .min(1, { error: "Name the suggestions first." })
  .max(1000, { error: "At most 1,000 suggestions are dismissed at once. Dismiss them in parts." });

export type NamedSuggestion = z.output<typeof named>;

export const assistSettings = {
  baseVersion,
  reader: z.enum(READERS),
  baseUrl: phrase(2_000),
  model: phrase(200),
  /** The name of one folder, and no way to another. */
  folder: phrase(200).refine((name) => !/[\\/]|^\.\.?$/.test(name), { error: "Name one folder, without a path." }),
  // Headers carry it as it is.
  key: z
    .string()
    .max(4_000)
    .regex(/^[\x21-\x7e]*$/, { error: "A key has no spaces and no letters beyond ASCII. Copy it again." })
    .transform((key) => (key === "" ? null : key))
    .nullable()
    .optional(),
};
