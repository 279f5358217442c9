import { z } from "zod";
import { baseVersion, id, phrase, spokenPhrase } from "./basics.ts";

const some = z.union([z.literal("all"), z.array(id).max(10_000)]);

export const releasePlan = z.strictObject({
  title: spokenPhrase(300, "Give the release a title."),
  claimIds: some,
  sourceIds: some,
  settledOnly: z.boolean(),
  rated: z.boolean(),
});

export const releaseNumber = z.int().min(1).max(1_000_000);
/** The last event that somebody had seen when they decided. */
export const seenEvent = z.int().min(0);

export const correction = {
  id,
  claimId: id.nullable(),
  what: spokenPhrase(5_000, "Say what is corrected. Readers of every later export see it."),
  why: spokenPhrase(5_000, "Say why. Readers of every later export see it."),
};

const entryId = z.string().regex(/^[a-z0-9-]{1,60}$/);

export const ratingInput = {
  id,
  claimId: id.nullable(),
  claimVersion: z.int().min(1).nullable(),
  baseVersion,
  entryId: entryId.nullable(),
  justification: phrase(10_000),
};

export const scaleInput = {
  baseVersion,
  name: phrase(100),
  entries: z
    .array(
      z.strictObject({
        id: entryId,
        label: phrase(200),
        colour: z.string().max(20).toLowerCase(),
        definition: phrase(1_000),
      }),
    )
    .max(50),
};
