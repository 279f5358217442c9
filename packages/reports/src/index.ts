export { buildSnapshot } from "./build-snapshot.ts";
export type { SnapshotInput } from "./build-snapshot.ts";
export { CSV_COLUMNS } from "./csv-columns.ts";
export { exportReport } from "./export-report.ts";
export type { ExportedReport } from "./export-report.ts";
export { REPORT_FORMAT_NAMES, REPORT_FORMATS } from "./report-formats.ts";
export type { ReportFormat, ReportFormatName } from "./report-formats.ts";
export { SCHEMA_VERSION } from "./report-snapshot.ts";
export type * from "./report-snapshot.ts";
