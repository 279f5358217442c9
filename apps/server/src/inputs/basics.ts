import { isBlank, normaliseText } from "@assay/domain";
import { z } from "zod";

/** Lower-cased, because Postgres answers that way and ids are compared as strings. */
export const id = z
  .guid({ error: "This address is damaged. Go back to the list of cases and open it from there." })
  .toLowerCase();

/** Every mutation carries one, made by the client (E4). */
export const mutationId = id;

/** The version an update is based on (E5); 0 for something new. */
export const baseVersion = z.int().min(0);

const NUL = "This holds a NUL character, which no text does. Type it again instead of pasting it.";

/** Text of a person, normalised like a source's (X2): what is stored is what is hashed and shown. */
export function words(max: number) {
  return z
    .string()
    .max(max, { error: `This is longer than ${max.toLocaleString("en")} characters. Shorten it.` })
    .transform((raw, ctx) => {
      const normal = normaliseText(raw);
      if (normal.ok) return normal.text;
      ctx.addIssue({ code: "custom", message: NUL });
      return z.NEVER;
    });
}

/** `words` without the white space around them. */
export function phrase(max: number) {
  return words(max).transform((text) => text.trim());
}

/** A `phrase` that says something; `lacking` is the sentence for one that does not. */
export function spokenPhrase(max: number, lacking: string) {
  return phrase(max).refine((text) => !isBlank(text), { error: lacking });
}
