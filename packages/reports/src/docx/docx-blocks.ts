import { BorderStyle, HeadingLevel, Paragraph } from "docx";
import type { Table } from "docx";
import type { Chart } from "../charts/chart.ts";
import type { PrintedBlock, PrintedReport, PrintedSource } from "../printed/printed-report.ts";
import { annotatedParagraphs } from "./docx-annotated.ts";
import { anchored, claimParagraphs, passageParagraph } from "./docx-claim.ts";
import type { Footnotes } from "./docx-footnotes.ts";
import { matrixTable, plainTable } from "./docx-tables.ts";
import { DEEP, going, prose, said, soft, xmlWords } from "./docx-text.ts";

export interface Setting {
  notes: Footnotes;
  /** Every place that a link may lead to. */
  places: ReadonlySet<string>;
  /** Level of the last heading of the desk's own: claims stand one below. */
  above: number;
}

export function placesOf({ blocks }: PrintedReport): Set<string> {
  const places = new Set<string>();
  for (const block of blocks) {
    if (block.is === "claim") {
      places.add(block.claim.anchor);
      for (const { anchor } of block.claim.judgements) places.add(anchor);
    } else if (block.is === "sources") for (const { anchor } of block.sources) places.add(anchor);
    else if (block.is === "matrix") for (const { anchor } of block.matrix.rows) places.add(`m-${anchor}`);
  }
  return places;
}

export function blockParts(block: PrintedBlock, setting: Setting): (Paragraph | Table)[] {
  const { notes, places } = setting;
  const to = (anchor: string): string | null => (places.has(anchor) ? anchor : null);
  switch (block.is) {
    case "heading": {
      setting.above = block.level === 2 || setting.above === 0 ? 1 : 2;
      const heading = setting.above === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      return [new Paragraph({ heading, keepNext: true, children: prose(block.runs) })];
    }
    case "lede":
      return [new Paragraph({ style: "Standfirst", children: prose(block.runs) })];
    case "paragraph":
      return [new Paragraph({ style: "Prose", children: prose(block.runs) })];
    case "quote":
      return [new Paragraph({ style: "Quote", children: prose(block.runs) })];
    case "list":
      return block.items.map((runs) => {
        const reference = block.ordered ? "numbered" : "dashed";
        return new Paragraph({ style: "Prose", numbering: { reference, level: 0 }, children: prose(runs) });
      });
    case "figures":
      return [plainTable({ head: block.items.map(({ big }) => big), rows: [block.items.map(({ small }) => small)] }), gap()];
    case "claim":
      return claimParagraphs(block.claim, setting.above === 1 ? 2 : 3, notes, to(`m-${block.claim.anchor}`));
    case "evidence": {
      const { passage, source, line, label, claimAnchor } = block.quotation;
      return [
        passageParagraph(passage, `${source}${line === "" ? "" : ` · ${line}`}`, notes),
        new Paragraph({ style: "Aside", children: [...going(to(claimAnchor), said(label)), ...said(` · ${source}`)] }),
      ];
    }
    case "matrix":
      return [matrixTable(block.matrix, places), gap()];
    case "chart":
      return chartParts(block.chart);
    case "table":
      return [new Paragraph({ style: "Caption", keepNext: true, children: said(block.table.caption) }), plainTable(block.table), gap()];
    case "sources":
      return block.sources.flatMap(sourceParagraphs);
    case "signs": {
      const all = [...block.stances, ...block.verdicts];
      return [plainTable({ head: ["Sign", "Meaning"], rows: all.map(({ word, meaning }) => [word, meaning]) }), gap()];
    }
    case "annotated":
      return annotatedParagraphs(block.copy, notes);
    case "corrections":
      return block.corrections.flatMap(({ head, what, why, by }) => [
        new Paragraph({ style: "Correction", keepNext: true, children: [...said(`${head}. `, { bold: true }), ...said(what)] }),
        new Paragraph({ style: "Correction", children: [...said(why), ...soft(` ${by}`)] }),
      ]);
    case "discussion":
      return block.threads.flatMap(({ place, passage, comments, resolved }) => [
        new Paragraph({ keepNext: true, children: said(place, { bold: true }) }),
        ...(passage === null ? [] : [new Paragraph({ style: "Quote", children: said(passage) })]),
        ...comments.map(({ author, when, text }) => {
          const words = text === null ? said("withdrawn", { italics: true }) : said(text);
          return new Paragraph({ children: [...said(author, { bold: true }), ...soft(`, ${when}: `), ...words] });
        }),
        ...(resolved === null ? [] : [new Paragraph({ style: "Aside", children: said(resolved) })]),
      ]);
    case "gone":
      return [new Paragraph({ style: "Aside", children: said(block.words) })];
  }
}

export function gap(): Paragraph {
  return new Paragraph({ spacing: { after: 120 }, children: [] });
}

/** Word shows no picture as sharp as words: the figures themselves, under the sentence that sums them up. */
function chartParts({ title, description, table }: Chart): (Paragraph | Table)[] {
  return [
    new Paragraph({ style: "Caption", keepNext: true, children: [...said(`${title}. `, { bold: true }), ...said(description)] }),
    plainTable(table),
    gap(),
  ];
}

function sourceParagraphs(source: PrintedSource): Paragraph[] {
  const tally = source.tally.flatMap(({ stance, words }) => said(`${words}   `, { color: DEEP[stance], size: 17 }));
  return [
    new Paragraph({
      style: "SourceName",
      keepNext: true,
      border: { top: { style: BorderStyle.SINGLE, size: 4, color: "D9D0BD", space: 5 } },
      children: anchored(source.anchor, said(`${source.number}. ${source.name}`)),
    }),
    ...(source.title === null ? [] : [new Paragraph({ keepNext: true, children: said(source.title, { italics: true }) })]),
    new Paragraph({ keepNext: true, spacing: { after: 20 }, children: tally }),
    ...source.entries.map(({ name, value, url }) => {
      const words = url === null ? soft(value) : prose([{ text: xmlWords(value), bold: false, italic: false, url }], { size: 17 });
      return new Paragraph({ spacing: { after: 0 }, children: [...said(`${name}: `, { size: 17 }), ...words] });
    }),
    gap(),
  ];
}
