import { z } from "zod";
import { id, mutationId } from "../inputs/basics.ts";
import { assistSettings, suggestionItems } from "../inputs/assist-inputs.ts";
import { getAssistSettings, setAssistSettings } from "../services/assist-settings.ts";
import { cancelSuggestions } from "../services/cancel-suggestions.ts";
import { dismissSuggestions, restoreSuggestions } from "../services/dismiss-suggestions.ts";
import { getSuggestedCell, getSuggestedClaim, getSuggestions } from "../services/get-suggestions.ts";
import { inCase, inWorkspace, router } from "../trpc.ts";

const of = { caseId: id };
const named = z.strictObject({ ...of, mutationId, items: suggestionItems });

/** Suggestions are no records: nothing here changes a case but what its people do not want to see again. */
export const assistRouter = router({
  /** Begins the reading where it is not done; ask until `state` is another than "reading". */
  suggestions: inCase("read")
    .input(
      z.strictObject({ ...of, again: z.boolean().optional(), have: z.string().max(100).optional(), outline: z.boolean().optional() }),
    )
    .query(({ ctx, input: { again, have, outline } }) => getSuggestions(ctx, { again, have, outline })),
  cell: inCase("read")
    .input(z.strictObject({ ...of, claimId: id, sourceId: id }))
    .query(({ ctx, input }) => getSuggestedCell(ctx, input)),
  claim: inCase("read")
    .input(z.strictObject({ ...of, claimId: id }))
    .query(({ ctx, input }) => getSuggestedClaim(ctx, input)),
  dismiss: inCase("edit_claim")
    .input(named)
    .mutation(({ ctx, input }) => dismissSuggestions(ctx, input)),
  restore: inCase("edit_claim")
    .input(named)
    .mutation(({ ctx, input }) => restoreSuggestions(ctx, input)),
  cancel: inCase("edit_claim")
    .input(z.strictObject(of))
    .mutation(({ ctx }) => cancelSuggestions(ctx)),
  settings: inWorkspace("manage_case")
    .input(z.strictObject({ workspaceId: id }))
    .query(({ ctx }) => getAssistSettings(ctx)),
  setSettings: inWorkspace("manage_case")
    .input(z.strictObject({ mutationId, workspaceId: id, ...assistSettings }))
    .mutation(({ ctx, input }) => setAssistSettings(ctx, input)),
});
