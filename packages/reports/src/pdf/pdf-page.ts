import type { PrintedReport } from "../printed/printed-report.ts";
import type { PartHeading } from "./join-pdf.ts";
import { blockOf, groups, inFont, wayIn, withGroups } from "./pdf-blocks.ts";
import { fontsFor } from "./pdf-fonts.ts";
import type { PdfFonts } from "./pdf-fonts.ts";
import { PICTURES } from "./pdf-pictures.ts";
import { charactersOf, mapStrings, pageWords, UNCOVERED_NOTE } from "./pdf-words.ts";

export interface PageBlock {
  value: Record<string, unknown>;
  headings: PartHeading[];
  /** Printed before it: what a reader should know first. */
  notesBefore: boolean;
}

/** What the template reads, in pieces, and the typefaces for it. */
export interface PdfPage {
  /** The same in every part. */
  constant: Record<string, unknown>;
  opening: Record<string, unknown>;
  closing: Record<string, unknown>;
  notes: string[];
  /** Made as they are asked for: all of them at once are several times the report. Once only. */
  blocks: Iterable<PageBlock>;
  blobs: Buffer[];
  /** Seconds since 1970. */
  madeAt: number;
}

/** The face that Typst carries within itself: hashes are the only words set in it. */
const MONO = "DejaVu Sans Mono";

export function pageOf(report: PrintedReport): PdfPage {
  const fonts = fontsFor(charactersOf(report));
  const words = <T>(value: T): T => mapStrings(value, (one) => pageWords(one, fonts.uncovered));
  const date = new Date(report.madeAt);
  const { closing } = report;
  return {
    constant: {
      language: report.language,
      fonts: { serif: fonts.serif, sans: fonts.sans, mono: MONO },
      pictures: PICTURES,
      date: [
        date.getUTCFullYear(),
        date.getUTCMonth() + 1,
        date.getUTCDate(),
        date.getUTCHours(),
        date.getUTCMinutes(),
        date.getUTCSeconds(),
      ],
      desk: words(report.desk),
      line: words(report.line),
      foot: words([...report.title].length > 90 ? `${[...report.title].slice(0, 90).join("")}…` : report.title),
      plainTitle: properties(report.title),
      plainDesk: properties(report.desk),
      plainLine: properties(report.line),
    },
    opening: words({
      title: report.title,
      kicker: report.kicker,
      standfirst: report.opening?.standfirst ?? null,
      summary: report.opening?.summary ?? null,
    }),
    closing: words({
      ...closing,
      sha256: closing.sha256 === null ? null : groups(closing.sha256),
      facts: closing.facts.map(withGroups),
    }),
    notes: words(fonts.uncovered.size === 0 ? report.notes : [...report.notes, UNCOVERED_NOTE]),
    blocks: blocksOf(report, words, fonts),
    blobs: fonts.blobs,
    madeAt: Math.floor(date.getTime() / 1000),
  };
}

function* blocksOf(report: PrintedReport, words: <T>(value: T) => T, fonts: PdfFonts): Generator<PageBlock> {
  const to = wayIn(report);
  const first = report.blocks.findIndex(({ is }) => is === "heading" || is === "claim");
  let above = 0;
  for (const [number, block] of report.blocks.entries()) {
    if (block.is === "heading") above = block.level === 2 || above === 0 ? 1 : 2;
    const level = block.is === "heading" ? above : above + 1;
    const anchors =
      block.is === "heading"
        ? [""]
        : block.is === "claim"
          ? [block.claim.anchor]
          : block.is === "sources"
            ? block.sources.map(({ anchor }) => anchor)
            : [];
    const value = words(blockOf(block, level, number, to));
    yield {
      value: block.is === "chart" ? { ...value, sheets: block.chart.sheets.map(({ svg }) => inFont(svg, fonts.sans, fonts.sansOf)) } : value,
      headings: anchors.map((anchor) => ({ level, anchor })),
      notesBefore: number === first,
    };
  }
}

/** A file's properties are not set in type: they keep every character but controls. */
function properties(words: string): string {
  return words.replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim() || "Report";
}
