import type { CaseView, ReportDocument, RevisionText } from "@assay/domain";
import type { ReportScope, SnapshotAgreement } from "./report-snapshot.ts";

export interface SnapshotInput {
  view: CaseView;
  /** Texts of the revisions that tags rest on. One that lacks costs its passages their wider context, nothing else. */
  texts: RevisionText[];
  title: string;
  scope: ReportScope;
  /** ISO 8601, UTC: injected, so that the same case exports the same bytes. */
  now: string;
  generator: string;
  /** The desk's arrangement of it, cut to whom the report is for. */
  document?: ReportDocument | undefined;
  /** For a document that shows it. */
  agreement?: SnapshotAgreement | undefined;
}
