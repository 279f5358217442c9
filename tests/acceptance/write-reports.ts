import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { REPORT_FORMAT_NAMES } from "@assay/reports";
import type { Api } from "../support/api.ts";

/** The desk's document of a case, as its readers get it, in every format, under the names a user would get. */
export async function writeReports(api: Api, caseId: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const scope = { claimIds: "all" as const, sourceIds: "all" as const, settledOnly: false };
  for (const format of REPORT_FORMAT_NAMES) {
    const of = { caseId, format, title: "Acceptance", scope, audience: "internal" as const };
    const { filename, body, encoding } = await api.report.export.query(of);
    writeFileSync(join(folder, filename), Buffer.from(body, encoding));
  }
}
