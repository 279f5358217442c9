import { z } from "zod";
import { id } from "../inputs/basics.ts";
import { audience } from "../inputs/document-inputs.ts";
import { reportFormat, reportScope, reportTitle } from "../inputs/report-inputs.ts";
import { exportReport } from "../services/export-report.ts";
import { inCase, router } from "../trpc.ts";

/** With an audience the report is the desk's document, as stored, for those readers. */
const of = { caseId: id, audience: audience.optional() };

export const reportRouter = router({
  export: inCase("export")
    .input(z.strictObject({ ...of, format: reportFormat, title: reportTitle, scope: reportScope }))
    .query(({ ctx, input }) => exportReport(ctx, input)),
});
