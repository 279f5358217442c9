import { AlignmentType, Document, Footer, Header, LevelFormat, Packer, PageNumber, Paragraph, TabStopType, TextRun } from "docx";
import type { IRunOptions } from "docx";
import type { PrintedReport } from "../printed/printed-report.ts";
import { STYLES } from "./docx-styles.ts";
import { SOFT } from "./docx-text.ts";
import { xmlWords } from "./wordml.ts";

/** Millimetres in twentieths of a point. */
const MM = 56.7;
export const RIGHT = 9638;
const TABS = [{ type: TabStopType.RIGHT, position: RIGHT }];

/**
 * The report without its words: styles, lists, page, head and foot, properties. Its body holds one paragraph for each
 * list of the report, from which the number that the list has been given can be read.
 */
export async function docxSkeleton(report: PrintedReport): Promise<Uint8Array> {
  const lists = report.blocks.flatMap((block) => (block.is === "list" ? [block.ordered ? "numbered" : "dashed"] : []));
  const document = new Document({
    title: xmlWords(report.title),
    creator: xmlWords(report.desk),
    lastModifiedBy: xmlWords(report.desk),
    description: xmlWords(report.line),
    styles: STYLES,
    numbering: { config: [list("dashed", LevelFormat.BULLET, "–"), list("numbered", LevelFormat.DECIMAL, "%1.")] },
    features: { updateFields: false },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: margins(), pageNumbers: {} }, titlePage: true },
        headers: { default: pageHeader(report), first: new Header({ children: [new Paragraph({ children: [] })] }) },
        footers: { default: pageFooter(report), first: pageFooter(report) },
        children: lists.map((reference, instance) => new Paragraph({ numbering: { reference, level: 0, instance } })),
      },
    ],
  });
  return Packer.toBuffer(document);
}

function margins() {
  return { top: 24 * MM, bottom: 22 * MM, left: 20 * MM, right: 20 * MM };
}

function list(reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  const style = { paragraph: { indent: { left: 400, hanging: 280 } } };
  return { reference, levels: [{ level: 0, format, text, alignment: AlignmentType.START, style }] };
}

function pageHeader(report: PrintedReport): Header {
  const words = [small(report.desk, { bold: true }), small(`\t${report.line}`)];
  return new Header({ children: [new Paragraph({ style: "Furniture", tabStops: TABS, children: words })] });
}

function pageFooter(report: PrintedReport): Footer {
  const title = small([...xmlWords(report.title)].slice(0, 90).join(""));
  const pages = small("", { children: ["\t", PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] });
  return new Footer({ children: [new Paragraph({ style: "Furniture", tabStops: TABS, children: [title, pages] })] });
}

function small(words: string, options: IRunOptions = {}): TextRun {
  return new TextRun({ text: xmlWords(words).replaceAll("\n", " "), color: SOFT, size: 15, ...options });
}
