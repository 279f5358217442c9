import type { AppRouter } from "@assay/server";
import type { BlockAudience } from "@assay/domain";
import { createTRPCClient, httpLink } from "@trpc/client";
import type { Scope } from "./model/report-scope.ts";
import type { ReportFormat } from "./model/report-search.ts";

/** Scopes of hundreds of claims are longer than an address may be, so this one query travels as a POST. */
const client = createTRPCClient<AppRouter>({ links: [httpLink({ url: "/api/trpc", methodOverride: "POST" })] });

export interface ExportedReport {
  filename: string;
  mediaType: string;
  body: string;
  encoding: "utf8" | "base64";
  sha256: string;
}

interface ExportInput {
  caseId: string;
  format: ReportFormat;
  title: string;
  scope: Scope;
  /** With the report that the desk built, for these readers. */
  audience?: BlockAudience;
}

export function exportReport(input: ExportInput, signal?: AbortSignal): Promise<ExportedReport> {
  return client.report.export.query(input, signal === undefined ? {} : { signal });
}
