import { CSV_COLUMNS } from "./csv-columns.ts";
import { csvField } from "./csv-field.ts";
import type { ReportSnapshot } from "./snapshot/report-snapshot.ts";

/**
 * RFC 4180 with a header line and CRLF. A field that a spreadsheet could take for a formula (it begins with = + - @, a
 * tab or a carriage return) gets an apostrophe before it; the exact words of such a field are in the JSON.
 */
export function renderCsv(snapshot: ReportSnapshot): string {
  const sources = new Map(snapshot.sources.map((source) => [source.id, source]));
  const lines = [CSV_COLUMNS.map(({ name }) => csvField(name)).join(",")];
  for (const claim of snapshot.claims) {
    for (const cell of claim.cells) {
      const source = sources.get(cell.sourceId);
      if (source === undefined) continue;
      const row = { claim, source, cell };
      lines.push(CSV_COLUMNS.map(({ value }) => csvField(value(row))).join(","));
    }
  }
  return `${lines.join("\r\n")}\r\n`;
}
