import writeExcelFile from "write-excel-file/node";
import type { Cell, Sheet } from "write-excel-file/node";
import { xmlWords } from "../docx/wordml.ts";
import type { ReportSnapshot } from "../report-snapshot.ts";
import { steadyZip } from "../steady-zip.ts";
import type { SheetContent, SheetValue } from "./sheets.ts";
import { sheetsOf } from "./sheets.ts";

/** Excel refuses a whole file for one longer cell. */
const MOST = 32_767;
const CUT = " … (cut here: a cell holds no more; the JSON export has the whole)";

/** Whatever somebody typed is a text cell, whatever it begins with: nothing in the file is ever worked out. */
export async function renderXlsx(snapshot: ReportSnapshot): Promise<Uint8Array> {
  const contents = sheetsOf(snapshot);
  const sheets = contents.map(sheetOf);
  const bytes = await writeExcelFile(sheets, { fontFamily: "Arial", fontSize: 10 }).toBuffer();
  return steadyZip(new Uint8Array(bytes), (name, xml) => {
    const number = /^xl\/worksheets\/sheet(\d+)\.xml$/u.exec(name)?.[1];
    const content = number === undefined ? undefined : contents[Number(number) - 1];
    return content === undefined || !content.filtered ? xml : filtered(xml, content);
  });
}

function sheetOf({ name, columns, rows, frozen }: SheetContent): Sheet<Buffer> {
  const head = columns.map(([heading]): Cell => ({
    value: xmlWords(heading),
    type: String,
    fontWeight: "bold",
    wrap: true,
    alignVertical: "bottom",
    bottomBorderStyle: "medium",
    backgroundColor: "#F3EEE2",
  }));
  return {
    sheet: name,
    data: [head, ...rows.map((row) => row.map(cellOf))],
    columns: columns.map(([, width]) => ({ width })),
    stickyRowsCount: 1,
    ...(frozen === 0 ? {} : { stickyColumnsCount: frozen }),
  };
}

function cellOf(value: SheetValue): Cell {
  if (typeof value === "number") return { value, type: Number, alignVertical: "top" };
  if (value === "") return null;
  const words = xmlWords(value);
  const whole = words.length <= MOST ? words : `${words.slice(0, MOST - CUT.length).replace(/[\uD800-\uDBFF]$/u, "")}${CUT}`;
  return { value: whole, type: String, wrap: true, alignVertical: "top" };
}

/** The library has no filters: their one element comes right after the rows. */
function filtered(xml: string, { columns, rows }: SheetContent): string {
  const range = `A1:${columnName(columns.length - 1)}${rows.length + 1}`;
  return xml.replace("</sheetData>", `</sheetData><autoFilter ref="${range}"/>`);
}

/** 0 is A, 26 is AA. */
function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest === 0 ? "" : columnName(rest - 1)}${String.fromCharCode(65 + (index % 26))}`;
}
