import { reportFilename } from "./export-report.ts";
import type { ExportedReport } from "./export-report.ts";
import type { PageFormatName } from "./report-formats.ts";
import type { ReportSnapshot } from "./snapshot/report-snapshot.ts";

interface PageFormat {
  mediaType: string;
  /** Loads its library when it is asked for: each is large, and most processes never print. */
  render(snapshot: ReportSnapshot): Promise<Uint8Array>;
}

const OFFICE = "application/vnd.openxmlformats-officedocument";

const PAGE_FORMATS: Record<PageFormatName, PageFormat> = {
  pdf: {
    mediaType: "application/pdf",
    render: async (snapshot) => await (await import("./pdf/pdf-report.ts")).renderPdf(snapshot),
  },
  docx: {
    mediaType: `${OFFICE}.wordprocessingml.document`,
    render: async (snapshot) => (await import("./docx/docx-report.ts")).renderDocx(snapshot),
  },
  xlsx: {
    mediaType: `${OFFICE}.spreadsheetml.sheet`,
    render: async (snapshot) => (await import("./xlsx/xlsx-report.ts")).renderXlsx(snapshot),
  },
};

/** Pure as the text formats are: the same snapshot gives the same bytes, in any process. */
export async function exportPages(snapshot: ReportSnapshot, format: PageFormatName): Promise<ExportedReport> {
  const { mediaType, render } = PAGE_FORMATS[format];
  return { bytes: await render(snapshot), mediaType, filename: reportFilename(snapshot, format) };
}
