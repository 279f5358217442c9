import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import type { ParagraphChild } from "docx";
import type { PrintedCell, PrintedMatrix, PrintedTable } from "../printed/printed-report.ts";
import { DEEP, going, said, SOFT } from "./docx-text.ts";
import { anchored } from "./docx-claim.ts";

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: "D9D0BD" };
const FIRM = { style: BorderStyle.SINGLE, size: 8, color: "221E17" };
/** Twentieths of a point across an A4 page inside its margins. */
const ACROSS = 9638;

export function plainTable({ head, rows }: Pick<PrintedTable, "head" | "rows">): Table {
  const width = Math.floor(ACROSS / Math.max(1, head.length));
  return ruled(
    head.map(() => width),
    head.map((word) => said(word, { bold: true, size: 17 })),
    rows.map((row) => row.map((word) => said(word, { size: 17 }))),
  );
}

const GLYPHS: Record<PrintedCell["look"], string> = {
  verified: "✓",
  disputed: "≠",
  missing: "∅",
  contested: "?",
  empty: "·",
  out: "–",
};

/** Every cell by its sign, in brackets while it is open, and leading to its judgement. */
export function matrixTable({ sources, rows, isFirst }: PrintedMatrix, places: ReadonlySet<string>): Table {
  const each = Math.min(1100, Math.floor((ACROSS - 4400) / Math.max(1, sources.length)));
  const widths = [640, ACROSS - 640 - 1700 - each * sources.length, ...sources.map(() => each), 1700];
  const to = (anchor: string | null): string | null => (anchor !== null && places.has(anchor) ? anchor : null);
  return ruled(
    widths,
    ["No.", "Claim", ...sources.map(({ name }) => name), "Verdict"].map((word) => said(word, { bold: true, size: 16 })),
    rows.map((row) => [
      anchored(isFirst ? `m-${row.anchor}` : "", said(row.label, { size: 17, color: SOFT })),
      going(to(row.anchor), said(row.text, { size: 17 })),
      ...row.cells.map((cell) => going(to(cell.to), cellRun(cell))),
      said(`${row.verdict.word}${row.verdict.open === "" ? "" : `, ${row.verdict.open}`}`, { size: 17 }),
    ]),
    new Set(sources.map((_, index) => index + 2)),
  );
}

function cellRun({ look, open }: PrintedCell) {
  const color = look === "verified" || look === "disputed" || look === "missing" ? DEEP[look] : SOFT;
  return said(open ? `(${GLYPHS[look]})` : GLYPHS[look], { size: 19, bold: true, color });
}

function ruled(
  widths: readonly number[],
  head: readonly ParagraphChild[][],
  rows: readonly ParagraphChild[][][],
  centred: ReadonlySet<number> = new Set(),
): Table {
  const cell = (children: ParagraphChild[], column: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 60, right: 60 },
      borders: { top: NONE, left: NONE, right: NONE, bottom: isHead ? FIRM : HAIR },
      children: [
        new Paragraph({
          spacing: { after: 0 },
          alignment: centred.has(column) ? AlignmentType.CENTER : AlignmentType.START,
          children,
        }),
      ],
    });
  const row = (cells: readonly ParagraphChild[][], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((children, column) => cell(children, column, isHead)),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: ACROSS, type: WidthType.DXA },
    columnWidths: [...widths],
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}
