import { REPORT_FORMAT_NAMES } from "@assay/reports";
import { z } from "zod";
import { id, spokenPhrase } from "./basics.ts";

const some = z.union([z.literal("all"), z.array(id).max(10_000)]);

export const reportFormat = z.enum(REPORT_FORMAT_NAMES);
export const reportTitle = spokenPhrase(300, "Give the report a title.");
export const reportScope = z.strictObject({
  claimIds: some,
  sourceIds: some,
  settledOnly: z.boolean(),
  includeWithdrawn: z.literal(false).optional(),
  includeDiscussion: z.boolean().optional(),
});
