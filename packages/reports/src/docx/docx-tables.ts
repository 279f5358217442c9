import type { PrintedCell, PrintedMatrix, PrintedTable } from "../printed/printed-report.ts";
import type { DocxParts } from "./docx-parts.ts";
import { DEEP, going, said, SOFT } from "./docx-text.ts";
import { edges, paragraph } from "./wordml.ts";
import type { Edge } from "./wordml.ts";

const NONE: Edge = { style: "none", size: 0, color: "auto" };
const HAIR: Edge = { style: "single", size: 4, color: "D9D0BD" };
const FIRM: Edge = { style: "single", size: 8, color: "221E17" };
const SIDES = ["top", "left", "bottom", "right"] as const;
/** Twentieths of a point across an A4 page inside its margins. */
const ACROSS = 9638;

export function plainTable({ head, rows }: Pick<PrintedTable, "head" | "rows">): string {
  return ruled(
    widthsFor([head, ...rows]),
    head.map((word) => said(word, { bold: true, size: 17 })),
    rows.map((row) => row.map((word) => said(word, { size: 17 }))),
  );
}

/** By the longest words of each column, so that figures leave room for sentences. */
function widthsFor(rows: readonly (readonly string[])[]): number[] {
  const columns = rows[0]?.map((_, column) => {
    return Math.min(60, Math.max(10, ...rows.map((row) => row[column]?.length ?? 0)));
  });
  const all = columns?.reduce((sum, length) => sum + length, 0) ?? 1;
  return columns?.map((length) => Math.floor((ACROSS * length) / all)) ?? [];
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
export function matrixTable({ sources, rows, isFirst }: PrintedMatrix, places: ReadonlySet<string>, parts: DocxParts): string {
  const each = Math.min(1100, Math.floor((ACROSS - 4400) / Math.max(1, sources.length)));
  const widths = [640, ACROSS - 640 - 1700 - each * sources.length, ...sources.map(() => each), 1700];
  const to = (anchor: string | null): string | null => (anchor !== null && places.has(anchor) ? anchor : null);
  return ruled(
    widths,
    ["No.", "Claim", ...sources.map(({ name }) => name), "Verdict"].map((word) => said(word, { bold: true, size: 16 })),
    rows.map((row) => [
      parts.mark(isFirst ? `m-${row.anchor}` : "", said(row.label, { size: 17, color: SOFT })),
      going(to(row.anchor), said(row.text, { size: 17 })),
      ...row.cells.map((cell) => going(to(cell.to), cellRun(cell))),
      said(`${row.verdict.word}${row.verdict.open === "" ? "" : `, ${row.verdict.open}`}`, { size: 17 }),
    ]),
    new Set(sources.map((_, index) => index + 2)),
  );
}

function cellRun({ look, open }: PrintedCell): string {
  const color = look === "verified" || look === "disputed" || look === "missing" ? DEEP[look] : SOFT;
  return said(open ? `(${GLYPHS[look]})` : GLYPHS[look], { size: 19, bold: true, color });
}

const AROUND = [...SIDES, "insideH", "insideV"].map((side) => `<w:${side} w:val="single" w:color="auto" w:sz="4"/>`).join("");
const MARGINS = SIDES.map((side) => `<w:${side} w:type="dxa" w:w="${side === "top" || side === "bottom" ? 50 : 60}"/>`).join("");

function ruled(
  widths: readonly number[],
  head: readonly string[],
  rows: readonly (readonly string[])[],
  centred: ReadonlySet<number> = new Set(),
): string {
  const start = (column: number, isHead: boolean): string => {
    const around = { top: NONE, left: NONE, bottom: isHead ? FIRM : HAIR, right: NONE };
    const width = `<w:tcW w:type="dxa" w:w="${widths[column] ?? 0}"/>`;
    return `<w:tc><w:tcPr>${width}<w:tcBorders>${edges(around, SIDES)}</w:tcBorders><w:tcMar>${MARGINS}</w:tcMar></w:tcPr>`;
  };
  const row = (cells: readonly string[], isHead: boolean, starts: readonly string[]): string => {
    const inside = cells.map((words, column) => {
      return `${starts[column] ?? ""}${paragraph({ spaceAfter: 0, align: centred.has(column) ? "center" : "start" }, words)}</w:tc>`;
    });
    const heads = isHead ? "<w:tblHeader/>" : '<w:tblHeader w:val="false"/>';
    return `<w:tr><w:trPr><w:cantSplit/>${heads}</w:trPr>${inside.join("")}</w:tr>`;
  };
  const starts = [true, false].map((isHead) => widths.map((_, column) => start(column, isHead)));
  return (
    `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${ACROSS}"/><w:tblBorders>${AROUND}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>` +
    row(head, true, starts[0] ?? []) +
    rows.map((cells) => row(cells, false, starts[1] ?? [])).join("") +
    "</w:tbl>"
  );
}
