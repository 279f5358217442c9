import { AlignmentType, BorderStyle, Document, Footer, Header, LevelFormat, Packer, PageNumber, Paragraph, TabStopType, TextRun } from "docx";
import { printReport } from "../printed/print-report.ts";
import type { PrintedReport } from "../printed/printed-report.ts";
import type { ReportSnapshot } from "../report-snapshot.ts";
import { steadyZip } from "../steady-zip.ts";
import { blockParts, placesOf } from "./docx-blocks.ts";
import type { Setting } from "./docx-blocks.ts";
import { Footnotes } from "./docx-footnotes.ts";
import { STYLES } from "./docx-styles.ts";
import { steadyXml } from "./docx-steady.ts";
import { plainTable } from "./docx-tables.ts";
import { said, soft, xmlWords } from "./docx-text.ts";

/** Millimetres in twentieths of a point. */
const MM = 56.7;
const RIGHT = 9638;

/** Opens in Word and LibreOffice with real headings, footnotes, tables and links; the same snapshot gives the same bytes. */
export async function renderDocx(snapshot: ReportSnapshot): Promise<Uint8Array> {
  const report = printReport(snapshot);
  const notes = new Footnotes();
  const setting: Setting = { notes, places: placesOf(report), above: 0 };
  const children = [...opening(report), ...report.blocks.flatMap((block) => blockParts(block, setting)), ...closing(report)];
  const document = new Document({
    title: xmlWords(report.title),
    creator: xmlWords(report.desk),
    lastModifiedBy: xmlWords(report.desk),
    description: xmlWords(report.line),
    styles: STYLES,
    numbering: { config: [list("dashed", LevelFormat.BULLET, "–"), list("numbered", LevelFormat.DECIMAL, "%1.")] },
    footnotes: notes.notes,
    features: { updateFields: false },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: margins(), pageNumbers: {} }, titlePage: true },
        headers: { default: pageHeader(report), first: new Header({ children: [new Paragraph({ children: [] })] }) },
        footers: { default: pageFooter(report), first: pageFooter(report) },
        children,
      },
    ],
  });
  return steadyZip(await Packer.toBuffer(document), steadyXml(report.madeAt));
}

function margins() {
  return { top: 24 * MM, bottom: 22 * MM, left: 20 * MM, right: 20 * MM };
}

function list(reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  const style = { paragraph: { indent: { left: 400, hanging: 280 } } };
  return { reference, levels: [{ level: 0, format, text, alignment: AlignmentType.START, style }] };
}

function opening(report: PrintedReport): Paragraph[] {
  const rule = { style: BorderStyle.SINGLE, size: 12, color: "221E17", space: 4 };
  return [
    new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: RIGHT }],
      border: { bottom: rule },
      spacing: { after: 240 },
      children: [...said(report.desk, { bold: true, font: "Georgia", size: 24 }), ...soft(`\t${report.line}`)],
    }),
    ...(report.kicker === null ? [] : [new Paragraph({ children: soft(report.kicker) })]),
    new Paragraph({ heading: "Title", children: said(report.title) }),
    ...(report.opening === null
      ? []
      : [
          new Paragraph({ style: "Standfirst", children: said(report.opening.standfirst) }),
          ...(report.opening.summary === null ? [] : [new Paragraph({ style: "Prose", children: said(report.opening.summary) })]),
        ]),
    ...(report.notes.length === 0
      ? []
      : [
          new Paragraph({ style: "Correction", keepNext: true, children: said("Before you read", { bold: true }) }),
          ...report.notes.map((words) => new Paragraph({ style: "Correction", children: said(words) })),
        ]),
  ];
}

function closing({ closing: end }: PrintedReport) {
  const { signatures, sha256, steps, facts, colophon } = end;
  const all = [...facts, ...(sha256 === null ? [] : [{ name: "sha256 of this release", value: sha256 }])];
  return [
    new Paragraph({
      heading: "Heading1",
      keepNext: true,
      children: said(signatures.length === 0 ? "Log and verification" : "Signed, log and verification"),
    }),
    ...(signatures.length === 0
      ? []
      : [plainTable({ head: ["Signed by", "As, and when"], rows: signatures.map(({ name, line }) => [name, line]) })]),
    ...all.map(({ name, value }) => {
      return new Paragraph({ spacing: { after: 40 }, children: [...said(`${name}: `, { size: 17 }), ...soft(value)] });
    }),
    ...steps.map((words) => new Paragraph({ children: said(words) })),
    new Paragraph({ children: soft(colophon) }),
  ];
}

function pageHeader(report: PrintedReport): Header {
  const tabStops = [{ type: TabStopType.RIGHT, position: RIGHT }];
  return new Header({
    children: [
      new Paragraph({ tabStops, children: [...soft(report.desk, { bold: true, size: 15 }), ...soft(`\t${report.line}`, { size: 15 })] }),
    ],
  });
}

function pageFooter(report: PrintedReport): Footer {
  const title = [...xmlWords(report.title).replaceAll("\n", " ")].slice(0, 90).join("");
  const pages = new TextRun({ size: 15, color: "5B5344", children: ["\t", PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] });
  const tabStops = [{ type: TabStopType.RIGHT, position: RIGHT }];
  return new Footer({ children: [new Paragraph({ tabStops, children: [...soft(title, { size: 15 }), pages] })] });
}
