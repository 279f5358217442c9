import { AGREEMENT_HEAD, agreementLead, agreementRows, NO_AGREEMENT } from "../blocks/agreement-table.ts";
import type { ReportSnapshot } from "../snapshot/report-snapshot.ts";
import type { PrintedBlock } from "./printed-report.ts";

/** The same measures and words as on the page. */
export function printAgreement({ agreement }: ReportSnapshot): PrintedBlock[] {
  if (agreement === undefined || agreement.cells === 0) return [{ is: "gone", words: NO_AGREEMENT }];
  return [
    { is: "table", table: { caption: agreementLead(agreement), head: AGREEMENT_HEAD, rows: agreementRows(agreement) } },
    ...agreement.warnings.map((words): PrintedBlock => ({ is: "gone", words })),
  ];
}
