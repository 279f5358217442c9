import { z } from "zod";
import { id } from "../inputs/basics.ts";
import { reportFormat, reportScope, reportTitle } from "../inputs/report-inputs.ts";
import { exportReport } from "../services/export-report.ts";
import { inCase, router } from "../trpc.ts";

export const reportRouter = router({
  export: inCase("export")
    .input(z.strictObject({ caseId: id, format: reportFormat, title: reportTitle, scope: reportScope }))
    .query(({ ctx, input }) => exportReport(ctx, input)),
});
