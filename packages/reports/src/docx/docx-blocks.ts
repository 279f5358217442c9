import type { Chart } from "../charts/chart.ts";
import type { PrintedBlock, PrintedReport, PrintedSource } from "../printed/printed-report.ts";
import { annotatedParagraphs } from "./docx-annotated.ts";
import { claimParagraphs, passageParagraph } from "./docx-claim.ts";
import type { DocxParts } from "./docx-parts.ts";
import { matrixTable, plainTable } from "./docx-tables.ts";
import { DEEP, going, prose, said, soft } from "./docx-text.ts";
import { paragraph, xmlWords } from "./wordml.ts";

export interface Setting {
  parts: DocxParts;
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

export function blockMarkup(block: PrintedBlock, setting: Setting): string {
  const { parts, places } = setting;
  const to = (anchor: string): string | null => (places.has(anchor) ? anchor : null);
  switch (block.is) {
    case "heading":
      setting.above = block.level === 2 || setting.above === 0 ? 1 : 2;
      return paragraph({ style: `Heading${setting.above}`, keepNext: true }, prose(block.runs, parts));
    case "lede":
      return paragraph({ style: "Standfirst" }, prose(block.runs, parts));
    case "paragraph":
      return paragraph({ style: "Prose" }, prose(block.runs, parts));
    case "quote":
      return paragraph({ style: "Quote" }, prose(block.runs, parts));
    case "list": {
      const list = parts.nextList();
      return block.items.map((runs) => paragraph({ style: "Prose", list }, prose(runs, parts))).join("");
    }
    case "figures":
      return plainTable({ head: block.items.map(({ big }) => big), rows: [block.items.map(({ small }) => small)] }) + GAP;
    case "claim":
      return claimParagraphs(block.claim, setting.above === 1 ? 2 : 3, parts, to(`m-${block.claim.anchor}`));
    case "evidence": {
      const { passage, source, line, label, claimAnchor } = block.quotation;
      return (
        passageParagraph(passage, `${source}${line === "" ? "" : ` · ${line}`}`, parts) +
        paragraph({ style: "Aside" }, going(to(claimAnchor), said(label)) + said(` · ${source}`))
      );
    }
    case "matrix":
      return matrixTable(block.matrix, places, parts) + GAP;
    case "chart":
      return chartMarkup(block.chart);
    case "table":
      return paragraph({ style: "Caption", keepNext: true }, said(block.table.caption)) + plainTable(block.table) + GAP;
    case "sources":
      return block.sources.map((source) => sourceParagraphs(source, parts)).join("");
    case "signs": {
      const all = [...block.stances, ...block.verdicts];
      return plainTable({ head: ["Sign", "Meaning"], rows: all.map(({ word, meaning }) => [word, meaning]) }) + GAP;
    }
    case "annotated":
      return annotatedParagraphs(block.copy, parts);
    case "corrections":
      return block.corrections
        .map(
          ({ head, what, why, by }) =>
            paragraph({ style: "Correction", keepNext: true }, said(`${head}. `, { bold: true }) + said(what)) +
            paragraph({ style: "Correction" }, said(why) + soft(` ${by}`)),
        )
        .join("");
    case "discussion":
      return block.threads
        .map(({ place, passage, comments, resolved }) => {
          const spoken = comments.map(({ author, when, text }) => {
            const words = text === null ? said("withdrawn", { italics: true }) : said(text);
            return paragraph({}, said(author, { bold: true }) + soft(`, ${when}: `) + words);
          });
          return (
            paragraph({ keepNext: true }, said(place, { bold: true })) +
            (passage === null ? "" : paragraph({ style: "Quote" }, said(passage))) +
            spoken.join("") +
            (resolved === null ? "" : paragraph({ style: "Aside" }, said(resolved)))
          );
        })
        .join("");
    case "gone":
      return paragraph({ style: "Aside" }, said(block.words));
  }
}

const GAP = paragraph({ spaceAfter: 120 }, "");

/** Word shows no picture as sharp as words: the figures themselves, under the sentence that sums them up. */
function chartMarkup({ title, description, table }: Chart): string {
  const words = said(`${title}. `, { bold: true }) + said(description);
  return paragraph({ style: "Caption", keepNext: true }, words) + plainTable(table) + GAP;
}

function sourceParagraphs(source: PrintedSource, parts: DocxParts): string {
  const tally = source.tally.map(({ stance, words }) => said(`${words}   `, { color: DEEP[stance], size: 17 }));
  const edge = { top: { style: "single", size: 4, color: "D9D0BD", space: 5 } } as const;
  const name = parts.mark(source.anchor, said(`${source.number}. ${source.name}`));
  const entries = source.entries.map((entry) => {
    const linked = [{ text: xmlWords(entry.value), bold: false, italic: false, url: entry.url }];
    const words = entry.url === null ? soft(entry.value) : prose(linked, parts, { size: 17 });
    return paragraph({ spaceAfter: 0 }, said(`${entry.name}: `, { size: 17 }) + words);
  });
  return (
    paragraph({ style: "SourceName", keepNext: true, edge }, name) +
    (source.title === null ? "" : paragraph({ keepNext: true }, said(source.title, { italics: true }))) +
    paragraph({ keepNext: true, spaceAfter: 20 }, tally.join("")) +
    entries.join("") +
    GAP
  );
}
