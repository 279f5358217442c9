import { stringify } from "csv-stringify/sync";
import { CSV_COLUMNS } from "./csv-columns.ts";
import type { ReportSnapshot } from "./report-snapshot.ts";

/**
 * RFC 4180 with a header line and CRLF. A field that a spreadsheet could take for a formula (it begins with = + - @, a
 * tab or a carriage return) gets an apostrophe before it; the exact words of such a field are in the JSON.
 */
export function renderCsv(snapshot: ReportSnapshot): string {
  const sources = new Map(snapshot.sources.map((source) => [source.id, source]));
  const rows: (string | number)[][] = [CSV_COLUMNS.map((column) => column.name)];
  for (const claim of snapshot.claims) {
    for (const cell of claim.cells) {
      const source = sources.get(cell.sourceId);
      if (source !== undefined) rows.push(CSV_COLUMNS.map((column) => column.value({ claim, source, cell })));
    }
  }
  return stringify(rows, { record_delimiter: "windows", escape_formulas: true, quoted_match: /[\r\n]/ });
}
