import { exportReport, isPageFormat } from "@assay/reports";
import type { ReportFormatName, ReportSnapshot } from "@assay/reports";
import type { App } from "../context.ts";
import { reportFaces } from "../services/report-faces.ts";
import { printReport } from "./print-report.ts";
import type { PrintedReport } from "./print-report.ts";

/** A snapshot in any format: text at once, pages in a process of their own. */
export async function renderReport(
  app: Pick<App, "log">,
  snapshot: ReportSnapshot,
  format: ReportFormatName,
): Promise<PrintedReport> {
  if (!isPageFormat(format)) return exportReport(snapshot, format, reportFaces());
  return printReport(snapshot, format, { onFault: (error) => app.log.error({ err: error, format }, "printing failed") });
}
