import writeExcelFile from "write-excel-file/node";
import type { Cell, Sheet } from "write-excel-file/node";
import { xmlWords } from "../docx/wordml.ts";
import { GrowingText } from "../growing-text.ts";
import type { ReportSnapshot } from "../snapshot/report-snapshot.ts";
import { steadyZip, textPart } from "../steady-zip.ts";
import { SharedWords } from "./shared-words.ts";
import type { SheetContent, SheetValue } from "./sheets.ts";
import { sheetsOf } from "./sheets.ts";

/** Excel refuses a whole file for one longer cell. */
const MOST = 32_767;
const CUT = " … (cut here: a cell holds no more; the JSON export has the whole)";
const STRINGS = "xl/sharedStrings.xml";
const SAMPLE = /<row r="2"[^>]*><c r="A2" s="(\d+)"[^>]*>.*?<\/c><c r="B2" s="(\d+)">.*?<\/row>/u;

/**
 * The library makes the file with each sheet's head and one sample row of words and a number, which shows the numbers of
 * their styles; the rows themselves are written here, since a long report has hundreds of thousands of cells. Whatever
 * somebody typed is a text cell, whatever it begins with: nothing in the file is ever worked out.
 */
export async function renderXlsx(snapshot: ReportSnapshot): Promise<Uint8Array> {
  const contents = sheetsOf(snapshot);
  const options = { fontFamily: "Arial", fontSize: 10 };
  const skeleton = new Uint8Array(await writeExcelFile(contents.map(sheetOf), options).toBuffer());
  const words = new SharedWords(textPart(skeleton, STRINGS));
  const sheets = new Map(
    contents.map((content, index) => {
      const name = `xl/worksheets/sheet${index + 1}.xml`;
      const xml = textPart(skeleton, name);
      const { 0: sample, 1: text = "", 2: number = "", index: start } = SAMPLE.exec(xml) ?? noSample(name);
      const sheet = new GrowingText(xml.slice(0, start));
      for (const [at, row] of content.rows.entries()) sheet.add(rowOf(row, at + 2, { text, number }, words));
      sheet.add(filtered(xml.slice(start + sample.length), content));
      return [name, sheet.bytes];
    }),
  );
  return steadyZip(skeleton, (name, xml) => (name === STRINGS ? words.added(xml) : (sheets.get(name) ?? xml)));
}

function noSample(name: string): never {
  throw new Error(`${name} has no row to take its styles from`);
}

function sheetOf({ name, columns, frozen }: SheetContent): Sheet<Buffer> {
  const head = columns.map(([heading]): Cell => ({
    value: xmlWords(heading),
    type: String,
    fontWeight: "bold",
    wrap: true,
    alignVertical: "bottom",
    bottomBorderStyle: "medium",
    backgroundColor: "#F3EEE2",
  }));
  const sample: Cell[] = [
    { value: "No.", type: String, wrap: true, alignVertical: "top" },
    { value: 1, type: Number, alignVertical: "top" },
  ];
  return {
    sheet: name,
    data: [head, sample],
    columns: columns.map(([, width]) => ({ width })),
    stickyRowsCount: 1,
    ...(frozen === 0 ? {} : { stickyColumnsCount: frozen }),
  };
}

function rowOf(row: readonly SheetValue[], number: number, styles: { text: string; number: string }, words: SharedWords): string {
  const cells = row.map((value, column) => {
    const place = `${columnName(column)}${number}`;
    if (typeof value === "number") return `<c r="${place}" s="${styles.number}"><v>${value}</v></c>`;
    if (value === "") return "";
    return `<c r="${place}" s="${styles.text}" t="s"><v>${words.numberOf(value, shortened)}</v></c>`;
  });
  return `<row r="${number}">${cells.join("")}</row>`;
}

function shortened(value: string): string {
  const words = xmlWords(value);
  return words.length <= MOST ? words : `${words.slice(0, MOST - CUT.length).replace(/[\uD800-\uDBFF]$/u, "")}${CUT}`;
}

/** The library has no filters: their one element comes right after the rows. */
function filtered(xml: string, { columns, rows, filtered: isFiltered }: SheetContent): string {
  if (!isFiltered) return xml;
  const range = `A1:${columnName(columns.length - 1)}${rows.length + 1}`;
  return xml.replace("</sheetData>", `</sheetData><autoFilter ref="${range}"/>`);
}

/** 0 is A, 26 is AA. */
function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest === 0 ? "" : columnName(rest - 1)}${String.fromCharCode(65 + (index % 26))}`;
}
