import { VERDICT_KINDS } from "@assay/domain";
import { z } from "zod";
import { id, mutationId, spokenPhrase } from "../inputs/basics.ts";
import { liftVerdict, overrideVerdict } from "../services/override-verdict.ts";
import { inCase, router } from "../trpc.ts";

const of = { mutationId, caseId: id };
/** What the person had before their eyes. */
const seen = { claimVersion: z.int().min(1), replaces: id.nullable() };
const reason = spokenPhrase(10_000, "Say why this verdict stands instead. The report prints your reason.");

export const verdictRouter = router({
  override: inCase("override_verdict")
    .input(z.strictObject({ ...of, id, claimId: id, ...seen, verdict: z.enum(VERDICT_KINDS), reason }))
    .mutation(({ ctx, input }) => overrideVerdict(ctx, input)),
  lift: inCase("override_verdict")
    .input(z.strictObject({ ...of, overrideId: id }))
    .mutation(({ ctx, input }) => liftVerdict(ctx, input)),
});
