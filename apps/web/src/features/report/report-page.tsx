import "./report.css";
import { Field, Input } from "../../components/field.tsx";
import { notify } from "../../components/toast.tsx";
import { ArchiveSection } from "../archive/archive-section.tsx";
import { useCase } from "../case/use-case.ts";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { claimsInScope, sourcesInScope, warningsOf } from "./model/report-scope.ts";
import type { ReportFormat } from "./model/report-search.ts";
import { BuiltField } from "./built-field.tsx";
import { ReportFiles } from "./report-files.tsx";
import { ReportPreview } from "./report-preview.tsx";
import { ScopeFields } from "./report-scope-fields.tsx";
import { ReportTabs } from "./report-tabs.tsx";
import { ReportWarnings } from "./report-warnings.tsx";
import { printReport } from "./save-file.ts";
import { useReportExport } from "./use-report-export.ts";
import { useReportOptions } from "./use-report-options.ts";

const TAB_KEPT_SHUT = "The browser kept the new tab shut. Allow pop-ups for this page, or download the HTML file.";

/** What goes into the report on the left, the report itself on the right; the address keeps both. */
export function ReportPage() {
  const { view, cells, verdicts } = useCase();
  const { options, settled, change } = useReportOptions();
  useDocumentTitle(`Report, ${view.title}`);
  const claims = claimsInScope(view, verdicts, options);
  const sources = sourcesInScope(view, options);
  const lacking = whatIsLacking(options.title, claims.length, sources.length);
  const made = useReportExport(settled, settled.format);
  const report = lacking === null ? made.data : undefined;
  const fresh = made.isPlaceholderData || settled.format !== options.format ? undefined : report;

  const print = () => {
    if (fresh === undefined || printReport(fresh)) return;
    notify({ text: TAB_KEPT_SHUT, tone: "refusal" });
  };
  return (
    <div className="report-stage">
      <ReportTabs />
      <div className="report">
        <form className="report-options" aria-label="Report" onSubmit={(event) => event.preventDefault()}>
          <h1 className="report-title">Report</h1>
          <Field label="Title" error={options.title.trim() === "" ? "Give the report a title." : null}>
            {(ids) => (
              <Input
                {...ids}
                value={options.title}
                maxLength={300}
                onChange={(event) => change({ title: event.target.value })}
              />
            )}
          </Field>
          <BuiltField built={options.built} onChange={(built) => change({ built })} />
          <ScopeFields options={options} onChange={change} />
          <section aria-labelledby="report-open-title">
            <h2 id="report-open-title" className="h">
              In scope: {claims.length} × {sources.length} cells
            </h2>
            <ReportWarnings warnings={warningsOf(claims, sources, cells)} settledOnly={options.settledOnly} />
          </section>
          <ReportFiles
            options={options}
            shown={fresh}
            disabledReason={lacking}
            onFormat={(format) => change({ format })}
          />
          <ArchiveSection />
        </form>
        <ReportPreview
          format={settled.format}
          width={options.width}
          report={report !== undefined && isOfFormat(report, settled.format) ? report : undefined}
          making={made.isFetching}
          error={made.isError && lacking === null ? made.error : null}
          lacking={lacking}
          onWidth={(width) => change({ width })}
          onPrint={print}
          onRetry={() => void made.refetch()}
        />
      </div>
    </div>
  );
}

/** The export kept on the screen while another format is being made must not be shown as that format. */
function isOfFormat({ filename }: { filename: string }, format: ReportFormat): boolean {
  // Names have one dot before their kind; some kinds are told by two words, "hypothesis.json".
  const [kind = ""] = filename.slice(filename.indexOf(".") + 1).split(".");
  return kind === format;
}

function whatIsLacking(title: string, claims: number, sources: number): string | null {
  if (title.trim() === "") return "The report has no title.";
  if (claims === 0) return "No claim is in scope. Choose some on the left.";
  return sources === 0 ? "No source is in scope. Choose some on the left." : null;
}
