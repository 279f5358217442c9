import { z } from "zod";
import { baseVersion, id, mutationId } from "../inputs/basics.ts";
import { completeness, followedPassages, removalReason, sourceContent, sourceMeta } from "../inputs/source-inputs.ts";
import { addSource } from "../services/add-source.ts";
import { editSource } from "../services/edit-source.ts";
import { getSourceText } from "../services/get-source-text.ts";
import { inspectSource } from "../services/inspect-source.ts";
import { previewRevision } from "../services/preview-revision.ts";
import { removeSource, restoreSource } from "../services/remove-source.ts";
import { reviseSource } from "../services/revise-source.ts";
import { inCase, router } from "../trpc.ts";

const addition = {
  id,
  content: sourceContent,
  meta: sourceMeta,
  completeness,
  allowDuplicate: z.boolean().optional(),
};

const revision = {
  sourceId: id,
  baseRevisionId: id,
  content: sourceContent,
  completeness,
  anchors: followedPassages.optional(),
};

export const sourceRouter = router({
  /** A mutation only because a file does not fit into an address; it stores nothing. */
  inspect: inCase("add_source")
    .input(z.strictObject({ caseId: id, content: sourceContent }))
    .mutation(({ ctx, input }) => inspectSource(ctx, input.content)),
  add: inCase("add_source")
    .input(z.strictObject({ mutationId, caseId: id, ...addition }))
    .mutation(({ ctx, input }) => addSource(ctx, input)),
  edit: inCase("add_source")
    .input(z.strictObject({ mutationId, caseId: id, sourceId: id, baseVersion, meta: sourceMeta }))
    .mutation(({ ctx, input }) => editSource(ctx, input)),
  remove: inCase("add_source")
    .input(z.strictObject({ mutationId, caseId: id, sourceId: id, baseVersion, reason: removalReason }))
    .mutation(({ ctx, input }) => removeSource(ctx, input)),
  restore: inCase("add_source")
    .input(z.strictObject({ mutationId, caseId: id, sourceId: id, baseVersion }))
    .mutation(({ ctx, input }) => restoreSource(ctx, input)),
  /** As `inspect`: it stores nothing. */
  previewRevision: inCase("add_source")
    .input(z.strictObject({ caseId: id, sourceId: id, content: sourceContent, completeness }))
    .mutation(({ ctx, input }) => previewRevision(ctx, input)),
  revise: inCase("add_source")
    .input(z.strictObject({ mutationId, caseId: id, ...revision }))
    .mutation(({ ctx, input }) => reviseSource(ctx, input)),
  text: inCase("read")
    .input(z.strictObject({ caseId: id, sourceId: id, revisionId: id.optional() }))
    .query(({ ctx, input }) => getSourceText(ctx, input.sourceId, input.revisionId)),
});
