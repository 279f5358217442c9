import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { FormError } from "../../components/field.tsx";
import { refusalOf } from "../../refusal.ts";
import { useCase } from "../case/use-case.ts";
import { fileLength, hashGroups, sizeWords } from "./model/byte-size.ts";
import { claimsInScope, scopeOf, unratedWords } from "./model/report-scope.ts";
import type { ReportFormat, ReportOptions } from "./model/report-search.ts";
import { REPORT_FORMATS } from "./model/report-search.ts";
import type { ExportedReport } from "./report-api.ts";
import { exportReport } from "./report-api.ts";
import { saveFile } from "./save-file.ts";

export const FORMAT_WORDS: Record<ReportFormat, { name: string; what: string }> = {
  html: { name: "HTML", what: "the report to read and print, one file" },
  pdf: { name: "PDF", what: "tagged pages with bookmarks, to send and to print" },
  docx: { name: "DOCX", what: "for Word and LibreOffice, the evidence in footnotes" },
  xlsx: { name: "XLSX", what: "a workbook: claims, matrix, cells, evidence, sources" },
  md: { name: "Markdown", what: "for an editor or a site" },
  csv: { name: "CSV", what: "one row a cell" },
  json: { name: "JSON", what: "everything, for other tools" },
  annotations: { name: "Web Annotation", what: "passages for annotation tools, JSON-LD" },
  hypothesis: { name: "Hypothesis-style JSON", what: "passages, as Hypothesis lists them" },
  claimreview: { name: "ClaimReview", what: "rated claims for search engines, JSON-LD" },
};

interface Made {
  of: string;
  files: Partial<Record<ReportFormat, ExportedReport>>;
}

interface ReportFilesProps {
  options: ReportOptions;
  /** What the preview shows, so that its figures stand here at once. */
  shown: ExportedReport | undefined;
  disabledReason: string | null;
  onFormat: (format: ReportFormat) => void;
}

/** The files. Each says its size and its sha256 once it was made. */
export function ReportFiles({ options, shown, disabledReason, onFormat }: ReportFilesProps) {
  const { caseId, view, verdicts } = useCase();
  const [making, setMaking] = useState<ReportFormat | null>(null);
  const [made, setMade] = useState<Made>({ of: "", files: {} });
  const [saved, setSaved] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const scope = scopeOf(view, verdicts, options);
  const title = options.title.trim();
  // A file's size and hash are those of these options at this point of the log, or they are not shown.
  const wanted = JSON.stringify([view.lastEvent, title, scope, options.built]);
  const unrated = unratedWords(view, claimsInScope(view, verdicts, options));
  const files = made.of === wanted ? made.files : {};

  const download = async (format: ReportFormat) => {
    setMaking(format);
    setProblem(null);
    setSaved(null);
    try {
      const audience = options.built === null ? {} : { audience: options.built };
      const report = await exportReport({ caseId, format, title, scope, ...audience });
      setMade((before) => ({
        of: wanted,
        files: { ...(before.of === wanted ? before.files : {}), [format]: report },
      }));
      saveFile(report);
      setSaved(report.filename);
    } catch (error) {
      setProblem(refusalOf(error).message);
    } finally {
      setMaking(null);
    }
  };
  return (
    <section className="report-files" aria-labelledby="report-files-title">
      <h2 id="report-files-title" className="h">
        Files
      </h2>
      <ul>
        {REPORT_FORMATS.map((format) => {
          const { name, what } = FORMAT_WORDS[format];
          const report = format === options.format ? (files[format] ?? shown) : files[format];
          return (
            <li key={format} className="report-file">
              <label className="report-file-name">
                <input
                  type="radio"
                  name="report-format"
                  checked={format === options.format}
                  onChange={() => onFormat(format)}
                  aria-label={`Preview ${name}`}
                />
                <span>
                  <b>{name}</b> <span className="meta">{what}</span>
                </span>
              </label>
              <Button
                icon={<Download className="icon" aria-hidden />}
                disabledReason={disabledReason ?? (making === null ? null : "One file is being made.")}
                aria-label={`Download ${name}`}
                onClick={() => void download(format)}
              >
                {making === format ? "Making …" : "Download"}
              </Button>
              {format === "claimreview" && unrated !== null ? <p className="report-hash micro">{unrated}</p> : null}
              {report === undefined ? null : (
                <p className="report-hash micro">
                  {sizeWords(fileLength(report))}, sha256 <span className="mono">{hashGroups(report.sha256)}</span>
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <p className="meta" role="status">
        {saved === null ? "" : `${saved} was handed to the browser.`}
      </p>
      <FormError>{problem}</FormError>
    </section>
  );
}
