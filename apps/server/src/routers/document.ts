import { z } from "zod";
import { baseVersion, id, mutationId } from "../inputs/basics.ts";
import { audience, reportDocument, templateBlocks, templateName } from "../inputs/document-inputs.ts";
import { getDocumentVersion, getReportDocument, listDocumentVersions } from "../services/get-report-document.ts";
import { previewDocument } from "../services/preview-document.ts";
import { listReportTemplates, removeReportTemplate, saveReportTemplate } from "../services/report-templates.ts";
import { saveReportDocument } from "../services/save-report-document.ts";
import { inCase, inWorkspace, router } from "../trpc.ts";

const of = z.strictObject({ caseId: id });

export const documentRouter = router({
  get: inCase("read")
    .input(of)
    .query(({ ctx }) => getReportDocument(ctx)),
  versions: inCase("read")
    .input(of)
    .query(({ ctx }) => listDocumentVersions(ctx)),
  version: inCase("read")
    .input(z.strictObject({ caseId: id, version: z.int().min(1) }))
    .query(({ ctx, input }) => getDocumentVersion(ctx, input.version)),
  save: inCase("edit_report")
    .input(z.strictObject({ mutationId, caseId: id, baseVersion, document: reportDocument }))
    .mutation(({ ctx, input }) => saveReportDocument(ctx, input)),
  preview: inCase("export")
    .input(z.strictObject({ caseId: id, document: reportDocument, audience, faces: z.boolean() }))
    .query(({ ctx, input }) => previewDocument(ctx, input)),
  templates: inWorkspace("read")
    .input(z.strictObject({ workspaceId: id }))
    .query(({ ctx }) => listReportTemplates(ctx)),
  saveTemplate: inWorkspace("edit_report")
    .input(z.strictObject({ mutationId, workspaceId: id, id, name: templateName, blocks: templateBlocks }))
    .mutation(({ ctx, input }) => saveReportTemplate(ctx, input)),
  removeTemplate: inWorkspace("edit_report")
    .input(z.strictObject({ mutationId, workspaceId: id, templateId: id }))
    .mutation(({ ctx, input }) => removeReportTemplate(ctx, input)),
});
