import { checkPolicy } from "@assay/domain";
import type { Policy } from "@assay/domain";
import { z } from "zod";

const fields = {
  selfReview: z.boolean(),
  independenceThreshold: z.number(),
  requiredTags: z.number(),
  autoAccept: z.boolean(),
  signOffs: z.number(),
};

/** The bounds are the domain's, and so are the sentences. */
function withinBounds(policy: Partial<Policy>, ctx: z.RefinementCtx): void {
  const checked = checkPolicy(policy);
  if (!checked.ok) ctx.addIssue({ code: "custom", message: checked.reason });
}

export const policy = z.strictObject(fields).superRefine((value, ctx) => withinBounds(value, ctx));

/** A field that is left out follows the workspace. */
export const ownPolicy = z
  .strictObject(fields)
  .partial()
  .transform((given) => {
    // An undefined field is one that is left out: stored, it would be null.
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Policy>;
  })
  .superRefine(withinBounds);
