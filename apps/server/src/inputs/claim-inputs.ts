import { CLAIM_TEXT_MAX, CLAIM_TYPES } from "@assay/domain";
import { z } from "zod";
import { id, phrase, spokenPhrase } from "./basics.ts";

export const claimFields = {
  text: spokenPhrase(CLAIM_TEXT_MAX, "Write the claim first. It says one thing that can be checked."),
  type: z.enum(CLAIM_TYPES),
  claimant: phrase(500),
};

export interface ClaimFields {
  text: string;
  type: (typeof CLAIM_TYPES)[number];
  claimant: string;
}

/** What a claim is split into. How many, and that they differ, is for the domain's rules. */
export const childClaims = z.array(z.strictObject({ id, ...claimFields })).max(20);
