import { z } from "zod";
import { id, spokenPhrase } from "./basics.ts";

const NOTHING_SELECTED = "A passage holds no words. Select some in the source.";

const passage = z.strictObject({
  kind: z.literal("passage"),
  sourceId: id,
  revisionId: id,
  start: z.int().min(0),
  end: z.int().min(1, { error: NOTHING_SELECTED }),
  exact: z
    .string()
    .min(1, { error: NOTHING_SELECTED })
    .max(20_000, { error: "This passage is too long to talk about. Select less." }),
  /** The claim the passage is talked about for; null where it is for none. */
  claimId: id.nullable(),
});

/** What a thread is about. */
export const threadSubject = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("case") }),
  z.strictObject({ kind: z.literal("claim"), claimId: id }),
  z.strictObject({ kind: z.literal("tag"), tagId: id }),
  passage,
]);

export type SentSubject = z.output<typeof threadSubject>;

export const comment = {
  text: spokenPhrase(20_000, "Write something first."),
  /** Ids of members, as they were chosen: a name in the text alone tells nobody. */
  mentions: z.array(z.string().min(1).max(200)).max(50, { error: "A comment tells at most 50 people." }),
};

export const threadReason = spokenPhrase(2_000, "Say in a few words why.");
