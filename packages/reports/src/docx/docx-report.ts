import { GrowingText } from "../growing-text.ts";
import { printReport } from "../printed/print-report.ts";
import type { PrintedReport } from "../printed/printed-report.ts";
import type { ReportSnapshot } from "../snapshot/report-snapshot.ts";
import { steadyZip, textPart } from "../steady-zip.ts";
import { blockMarkup, placesOf } from "./docx-blocks.ts";
import type { Setting } from "./docx-blocks.ts";
import { DocxParts } from "./docx-parts.ts";
import { docxSkeleton, RIGHT } from "./docx-skeleton.ts";
import { plainTable } from "./docx-tables.ts";
import { INK, said, soft } from "./docx-text.ts";
import { paragraph } from "./wordml.ts";

const DOCUMENT = "word/document.xml";
const FOOTNOTES = "word/footnotes.xml";

/** Opens in Word and LibreOffice with real headings, footnotes, tables and links; the same snapshot gives the same bytes. */
export async function renderDocx(snapshot: ReportSnapshot): Promise<Uint8Array> {
  const report = printReport(snapshot);
  const skeleton = await docxSkeleton(report);
  const [start, end] = around(textPart(skeleton, DOCUMENT), "<w:body>", "<w:sectPr");
  const [notesStart, notesEnd] = around(textPart(skeleton, FOOTNOTES), "", "</w:footnotes>");
  const body = new GrowingText(start);
  const notes = new GrowingText(notesStart);
  const parts = new DocxParts(listNumbers(skeleton), notes);
  const setting: Setting = { parts, places: placesOf(report), above: 0 };
  body.add(opening(report));
  for (const block of report.blocks) body.add(blockMarkup(block, setting));
  body.add(closing(report) + end);
  notes.add(notesEnd);
  return steadyZip(skeleton, (name, xml) => {
    switch (name) {
      case DOCUMENT:
        return body.bytes;
      case FOOTNOTES:
        return notes.bytes;
      case "word/_rels/document.xml.rels":
        return xml.replace("</Relationships>", () => `${parts.links}</Relationships>`);
      case "docProps/core.xml":
        // The library has the hour of the day here.
        return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${report.madeAt.slice(0, 19)}Z`);
      default:
        return xml;
    }
  });
}

function listNumbers(skeleton: Uint8Array): number[] {
  const xml = textPart(skeleton, DOCUMENT);
  return [...xml.matchAll(/<w:numId w:val="(\d+)"\/>/gu)].map(([, number]) => Number(number));
}

/** What comes before the words of a part of the file, and what after. */
function around(xml: string, before: string, after: string): [string, string] {
  const end = xml.indexOf(after);
  return [before === "" ? xml.slice(0, end) : xml.slice(0, xml.indexOf(before) + before.length), xml.slice(end)];
}

function opening(report: PrintedReport): string {
  const edge = { bottom: { style: "single", size: 12, color: INK, space: 4 } } as const;
  const desk = said(report.desk, { bold: true, font: "Georgia", size: 24 });
  const first = report.opening === null ? "" : paragraph({ style: "Standfirst" }, said(report.opening.standfirst));
  const summary = report.opening?.summary ?? null;
  const notes = report.notes.map((words) => paragraph({ style: "Correction" }, said(words)));
  const before = paragraph({ style: "Correction", keepNext: true }, said("Before you read", { bold: true }));
  return (
    paragraph({ edge, rightTab: RIGHT, spaceAfter: 240 }, desk + soft(`\t${report.line}`)) +
    (report.kicker === null ? "" : paragraph({}, soft(report.kicker))) +
    paragraph({ style: "Title" }, said(report.title)) +
    first +
    (summary === null ? "" : paragraph({ style: "Prose" }, said(summary))) +
    (notes.length === 0 ? "" : before + notes.join(""))
  );
}

function closing({ closing: end }: PrintedReport): string {
  const { signatures, sha256, steps, facts, colophon } = end;
  const all = [...facts, ...(sha256 === null ? [] : [{ name: "sha256 of this release", value: sha256 }])];
  const heading = signatures.length === 0 ? "Log and verification" : "Signed, log and verification";
  const signed = { head: ["Signed by", "As, and when"], rows: signatures.map(({ name, line }) => [name, line]) };
  const lines = all.map(({ name, value }) => paragraph({ spaceAfter: 40 }, said(`${name}: `, { size: 17 }) + soft(value)));
  return (
    paragraph({ style: "Heading1", keepNext: true }, said(heading)) +
    (signatures.length === 0 ? "" : plainTable(signed)) +
    lines.join("") +
    steps.map((words) => paragraph({}, said(words))).join("") +
    paragraph({}, soft(colophon))
  );
}
