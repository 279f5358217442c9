import type { ReportSnapshot } from "./snapshot/report-snapshot.ts";

/** The snapshot itself, as report.schema.json describes it. Keys keep the order in which the snapshot was built. */
export function renderJson(snapshot: ReportSnapshot): string {
  return `${JSON.stringify(snapshot, null, 2)}\n`;
}
