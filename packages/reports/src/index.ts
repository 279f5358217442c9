export { buildSnapshot } from "./snapshot/build-snapshot.ts";
export type { SnapshotInput } from "./snapshot/snapshot-input.ts";
export { canonicalSnapshot } from "./snapshot/canonical-snapshot.ts";
export { compareSnapshots, DIFFERENCE_KINDS } from "./snapshot/compare-snapshots.ts";
export type { DifferenceKind, SnapshotDifference } from "./snapshot/compare-snapshots.ts";
export { CSV_COLUMNS } from "./csv-columns.ts";
export type { FontFace } from "./font-face.ts";
export { exportReport } from "./export-report.ts";
export type { ExportedReport } from "./export-report.ts";
export {
  isPageFormat,
  PAGE_FORMAT_NAMES,
  REPORT_FORMAT_NAMES,
  REPORT_FORMATS,
  TEXT_FORMAT_NAMES,
} from "./report-formats.ts";
export type { PageFormatName, ReportFormat, ReportFormatName, TextFormatName } from "./report-formats.ts";
export { SCHEMA_VERSION } from "./snapshot/report-snapshot.ts";
export type * from "./snapshot/report-snapshot.ts";
export { iriOf } from "./linked/iri.ts";
export type { LinkedAnnotation, LinkedPassage, LinkedSource } from "./linked/linked-annotation.ts";
export { readWebAnnotations } from "./linked/read-web-annotation.ts";
export type { ReadAnnotations } from "./linked/read-web-annotation.ts";
export { ANNOTATION_CONTEXT, writeWebAnnotations } from "./linked/web-annotation.ts";
export type { AnnotationFile } from "./linked/web-annotation.ts";
