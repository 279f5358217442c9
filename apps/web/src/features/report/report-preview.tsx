import { Printer } from "lucide-react";
import type { CSSProperties } from "react";
import { Button } from "../../components/button.tsx";
import { Segmented } from "../../components/choice.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { refusalOf } from "../../refusal.ts";
import { fileLength, sizeWords } from "./model/byte-size.ts";
import type { PageWidth, ReportFormat } from "./model/report-search.ts";
import { isPaged, PAGE_WIDTHS } from "./model/report-search.ts";
import { FORMAT_WORDS } from "./report-files.tsx";
import type { ExportedReport } from "./report-api.ts";

const WIDTHS: Record<PageWidth, { label: string; width: string }> = {
  phone: { label: "Phone", width: "390px" },
  page: { label: "Page", width: "860px" },
  wide: { label: "Full", width: "100%" },
};

interface ReportPreviewProps {
  format: ReportFormat;
  width: PageWidth;
  report: ExportedReport | undefined;
  /** A newer one is being made. */
  making: boolean;
  error: unknown;
  /** Why there is nothing to show. */
  lacking: string | null;
  onWidth: (width: PageWidth) => void;
  onPrint: () => void;
  onRetry: () => void;
}

export function ReportPreview(props: ReportPreviewProps) {
  const { format, width, report, making, error, lacking, onWidth, onPrint, onRetry } = props;
  const { name } = FORMAT_WORDS[format];
  return (
    <section className="report-preview" aria-label="Preview">
      <div className="report-bar">
        <h2 className="h">Preview, {name}</h2>
        <span className="meta" role="status">
          {making ? "Making the report …" : ""}
        </span>
        <span className="grow" />
        {format === "html" ? (
          <>
            <Segmented
              className="not-phone"
              label="Page width"
              value={width}
              onChange={onWidth}
              options={PAGE_WIDTHS.map((value) => ({ value, label: WIDTHS[value].label }))}
            />
            <Button
              icon={<Printer className="icon" aria-hidden />}
              disabledReason={lacking ?? (report === undefined ? "The report is being made." : null)}
              onClick={onPrint}
            >
              Print
            </Button>
          </>
        ) : null}
      </div>
      <div className="report-desk">
        {error !== null ? (
          <div className="report-problem">
            <EmptyState
              refused
              title="The report could not be made"
              action={<Button onClick={onRetry}>Try again</Button>}
            >
              {refusalOf(error).message}
            </EmptyState>
          </div>
        ) : lacking !== null ? (
          <div className="report-problem">
            <EmptyState title="Nothing to preview">{lacking}</EmptyState>
          </div>
        ) : report === undefined ? (
          <div className="report-sheet report-sheet-waiting" />
        ) : isPaged(format) ? (
          <div className="report-problem">
            <EmptyState title={`${name}, ${sizeWords(fileLength(report))}`}>
              It is made. Download it to look at it in its own program; the HTML preview shows the same report.
            </EmptyState>
          </div>
        ) : format === "html" ? (
          <iframe
            className="report-sheet"
            title="Preview of the report"
            sandbox=""
            srcDoc={report.body}
            style={{ "--report-width": WIDTHS[width].width } as CSSProperties}
          />
        ) : (
          <pre className="report-text" tabIndex={0}>
            {report.body}
          </pre>
        )}
      </div>
    </section>
  );
}
