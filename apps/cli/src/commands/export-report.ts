import type { Api } from "../client.ts";
import { EXIT, Failure } from "../failure.ts";
import { findCase } from "../find-case.ts";
import type { Progress } from "../progress.ts";
import { writeWhole } from "../write-whole.ts";

export interface ExportOptions {
  format: string;
  out?: string;
  title?: string;
  settledOnly?: boolean;
  discussion?: boolean;
}

const FORMATS = ["html", "md", "csv", "json", "pdf", "docx", "xlsx", "annotations", "hypothesis", "claimreview"] as const;
type Format = (typeof FORMATS)[number];

/** Writes all of the report or nothing. `-` is standard output. */
export async function exportReport(api: Api, caseName: string, options: ExportOptions, progress: Progress): Promise<void> {
  if (!(FORMATS as readonly string[]).includes(options.format)) {
    throw new Failure(`--format ${options.format}: it is one of ${FORMATS.join(", ")}`, EXIT.usage);
  }
  const found = await findCase(api, caseName);
  progress.step(`Exporting ${found.title}`);
  const report = await api.report.export.query({
    caseId: found.id,
    format: options.format as Format,
    title: options.title ?? found.title,
    scope: {
      claimIds: "all",
      sourceIds: "all",
      settledOnly: options.settledOnly ?? false,
      includeDiscussion: options.discussion ?? false,
    },
  });
  progress.end();
  const bytes = Buffer.from(report.body, report.encoding);
  const out = options.out ?? report.filename;
  if (out === "-") {
    process.stdout.write(bytes);
    return;
  }
  await writeWhole(out, bytes);
  progress.line(`${out}: ${bytes.length} bytes, sha256 ${report.sha256}`);
}
