import { ANCHOR_STATES, CONFIDENCES, EVIDENCE_ROLES, STANCES } from "@assay/domain";
import { z } from "zod";
import { id, phrase, words } from "./basics.ts";

const NOTHING_SELECTED = "A passage holds no words. Select some in the source.";

/** The surroundings and the state are read from the source by the server, so a client may leave them out. */
const evidence = z
  .strictObject({
    id,
    role: z.enum(EVIDENCE_ROLES),
    start: z.int().min(0),
    end: z.int().min(1, { error: NOTHING_SELECTED }),
    exact: z
      .string()
      .min(1, { error: NOTHING_SELECTED })
      .max(200_000, { error: "This passage is too long. Select less." }),
    prefix: z.string().max(200).optional(),
    suffix: z.string().max(200).optional(),
    state: z.enum(ANCHOR_STATES).optional(),
    stoodIn: id.optional(),
  })
  .refine(({ start, end }) => start < end, { error: NOTHING_SELECTED });

const attestation = z.strictObject({
  revisionSha256: z.string().regex(/^[0-9a-f]{64}$/, { error: "The attestation names no revision." }),
  readInFull: z.boolean(),
  searchTerms: z.array(phrase(200)).max(100, { error: "More than 100 search terms are not kept." }),
});

export const tagContent = z.strictObject({
  stance: z.enum(STANCES),
  attributed: z.boolean(),
  confidence: z.enum(CONFIDENCES).nullable(),
  rationale: words(20_000),
  evidence: z.array(evidence).max(200, { error: "A tag takes at most 200 passages." }),
  attestation: attestation.nullable(),
});

/** A tag's content as a client sends it; `readEvidence` makes a TagContent of it. */
export type SentTagContent = z.output<typeof tagContent>;
