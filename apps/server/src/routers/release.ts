import { z } from "zod";
import { id, mutationId } from "../inputs/basics.ts";
import { correction, releaseNumber, releasePlan, seenEvent } from "../inputs/release-inputs.ts";
import { compareReleases } from "../services/compare-releases.ts";
import { addCorrection, withdrawCorrection } from "../services/correct-release.ts";
import { makeRelease } from "../services/make-release.ts";
import { signOff, unsign } from "../services/sign-off.ts";
import { inCase, router } from "../trpc.ts";

const of = { mutationId, caseId: id };

export const releaseRouter = router({
  sign: inCase("sign_off")
    .input(z.strictObject({ ...of, id, plan: releasePlan, seenEvent }))
    .mutation(({ ctx, input }) => signOff(ctx, input)),
  unsign: inCase("sign_off")
    .input(z.strictObject({ ...of, signOffId: id }))
    .mutation(({ ctx, input }) => unsign(ctx, input)),
  make: inCase("release")
    .input(z.strictObject({ ...of, id, plan: releasePlan, seenEvent }))
    .mutation(({ ctx, input }) => makeRelease(ctx, input)),
  correct: inCase("release")
    .input(z.strictObject({ ...of, ...correction }))
    .mutation(({ ctx, input }) => addCorrection(ctx, input)),
  withdrawCorrection: inCase("release")
    .input(z.strictObject({ ...of, correctionId: id }))
    .mutation(({ ctx, input }) => withdrawCorrection(ctx, input)),
  compare: inCase("read")
    .input(z.strictObject({ caseId: id, from: releaseNumber, to: releaseNumber.nullable() }))
    .query(({ ctx, input }) => compareReleases(ctx, input)),
});
