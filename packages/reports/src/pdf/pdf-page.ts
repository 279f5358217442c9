import { languageTag } from "../html/safe-url.ts";
import type { AnnotatedCopy, CopyNote } from "../printed/annotated-copy.ts";
import { dots } from "../printed/print-claim.ts";
import type {
  PrintedBlock,
  PrintedClaim,
  PrintedPassage,
  PrintedReport,
  PrintedTag,
} from "../printed/printed-report.ts";
import { fontsFor } from "./pdf-fonts.ts";
import { pictureOf, PICTURES } from "./pdf-pictures.ts";
import { charactersOf, isRightToLeft, mapStrings, pageWords, pictureWords, UNCOVERED_NOTE } from "./pdf-words.ts";

/** What the template reads, and the typefaces for it. */
export interface PdfPage {
  page: Record<string, unknown>;
  blobs: Buffer[];
  /** Seconds since 1970. */
  madeAt: number;
}

/** The face that Typst carries within itself: hashes are the only words set in it. */
const MONO = "DejaVu Sans Mono";

export function pageOf(report: PrintedReport): PdfPage {
  const fonts = fontsFor(charactersOf(report));
  const words = <T>(value: T): T => mapStrings(value, (one) => pageWords(one, fonts.uncovered));
  const anchors = anchorsOf(report);
  const date = new Date(report.madeAt);
  const notes = fonts.uncovered.size === 0 ? report.notes : [...report.notes, UNCOVERED_NOTE];
  let above = 0;
  let chart = -1;
  let copies = 0;
  const blocks = report.blocks.map((block) => {
    if (block.is === "heading") above = block.level === 2 || above === 0 ? 1 : 2;
    if (block.is === "chart") {
      const { title, description, height } = block.chart;
      return { is: block.is, chart: { title, description, height, number: (chart += 1) } };
    }
    if (block.is === "annotated") {
      copies += 1;
      return { is: block.is, copy: copyOf(block.copy, `note-${copies}`, (anchor) => (anchors.has(anchor) ? anchor : null)) };
    }
    return blockOf(block, above, anchors);
  });
  const firstHeading = report.blocks.findIndex(({ is }) => is === "heading" || is === "claim");
  const page = {
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
    ...words({
      title: report.title,
      desk: report.desk,
      line: report.line,
      kicker: report.kicker,
      opening: report.opening,
      notes,
      closing: {
        ...report.closing,
        sha256: report.closing.sha256 === null ? null : groups(report.closing.sha256),
        facts: report.closing.facts.map(withGroups),
      },
    }),
    foot: words([...report.title].length > 90 ? `${[...report.title].slice(0, 90).join("")}…` : report.title),
    plainTitle: properties(report.title),
    plainDesk: properties(report.desk),
    plainLine: properties(report.line),
    notesAt: firstHeading === -1 ? report.blocks.length : firstHeading,
    blocks: words(blocks),
    charts: report.blocks.flatMap((block) => (block.is === "chart" ? [inFont(block.chart.svg, fonts.sans)] : [])),
  };
  return { page, blobs: fonts.blobs, madeAt: Math.floor(date.getTime() / 1000) };
}

/** A file's properties are not set in type: they keep every character but controls. */
function properties(words: string): string {
  return words.replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim() || "Report";
}

function groups(hash: string): string[] {
  return hash.match(/.{1,8}/gsu) ?? [];
}

function withGroups<T extends { value: string; isHash: boolean }>(entry: T): T & { groups: string[] } {
  return { ...entry, groups: entry.isHash ? groups(entry.value) : [] };
}

/** Every place that the report has: a link to one that is not there would stop the typesetter. */
function anchorsOf({ blocks }: PrintedReport): Set<string> {
  const anchors = new Set<string>();
  for (const block of blocks) {
    if (block.is === "claim") {
      anchors.add(block.claim.anchor);
      for (const judgement of block.claim.judgements) anchors.add(judgement.anchor);
    } else if (block.is === "sources") for (const source of block.sources) anchors.add(source.anchor);
    else if (block.is === "matrix") for (const row of block.matrix.rows) anchors.add(`m-${row.anchor}`);
  }
  anchors.delete("");
  return anchors;
}

function blockOf(block: PrintedBlock, above: number, anchors: ReadonlySet<string>): unknown {
  const to = (anchor: string): string | null => (anchors.has(anchor) ? anchor : null);
  switch (block.is) {
    case "heading":
      return { ...block, level: above };
    case "claim":
      return { is: block.is, level: above + 1, claim: claimOf(block.claim, to) };
    case "evidence": {
      const { quotation } = block;
      return {
        is: block.is,
        quotation: {
          ...quotation,
          passage: passageOf(quotation.passage),
          to: to(quotation.claimAnchor),
          "source-to": to(quotation.sourceAnchor),
        },
      };
    }
    case "matrix":
      return {
        is: block.is,
        matrix: {
          sources: block.matrix.sources.map(({ name, anchor }) => ({ name, anchor: to(anchor) })),
          rows: block.matrix.rows.map((row) => ({
            ...row,
            name: block.matrix.isFirst ? `m-${row.anchor}` : "",
            to: to(row.anchor),
            cells: row.cells.map((cell) => ({ picture: pictureOf(cell), words: cell.words, to: cell.to && to(cell.to) })),
          })),
        },
      };
    case "sources":
      return { is: block.is, sources: block.sources.map((one) => ({ ...one, entries: one.entries.map(withGroups) })) };
    case "signs":
      return { is: block.is, signs: [...block.stances, ...block.verdicts] };
    default:
      return block;
  }
}

function inFont(svg: string, sans: readonly string[]): string {
  return pictureWords(svg).replace('font-family="Source Sans 3"', `font-family="${sans.join(", ")}"`);
}

function claimOf(claim: PrintedClaim, to: (anchor: string) => string | null): unknown {
  const back = to(`m-${claim.anchor}`);
  return {
    ...claim,
    back,
    judgements: claim.judgements.map((judgement) => ({
      ...judgement,
      back,
      sourceAnchor: to(judgement.sourceAnchor),
      tag: judgement.tag === null ? null : tagOf(judgement.tag),
      others: judgement.others.map((other) => ({ ...other, tag: tagOf(other.tag) })),
    })),
  };
}

function tagOf(tag: PrintedTag): unknown {
  return { ...tag, passages: tag.passages.map(passageOf) };
}

function passageOf({ before, exact, after, stance, place, language }: PrintedPassage): unknown {
  return { before, exact, after, stance, place, ...setting(language, `${before}${exact}${after}`) };
}

/** Language and region as the typesetter takes them: two or three letters, then two. */
function setting(language: string | null, words: string): { lang: string; region: string | null; rtl: boolean } {
  const [lang = "", ...rest] = (language ?? "").toLowerCase().split("-");
  const region = rest.find((part) => /^[a-z]{2}$/u.test(part)) ?? null;
  return { lang: /^[a-z]{2,3}$/u.test(lang) ? lang : "en", region, rtl: isRightToLeft(words) };
}

function copyOf(copy: AnnotatedCopy, name: string, to: (anchor: string) => string | null): unknown {
  const notes = [...copy.notes, ...copy.unplaced];
  return {
    paragraphs: copy.paragraphs.map(({ heading, pieces }) => ({
      heading,
      ...setting(languageTag(copy.language), pieces.map(({ text }) => text).join("")),
      pieces: pieces.map((piece) => ({
        ...piece,
        notes: piece.notes.map((number, index) => ({ to: `${name}-${number}`, words: `${index === 0 ? "" : ", "}${number}` })),
      })),
    })),
    notes: notes.map((note) => noteOf(note, name, to)),
  };
}

function noteOf(note: CopyNote, name: string, to: (anchor: string) => string | null): unknown {
  return {
    id: `${name}-${note.number}`,
    number: note.number,
    label: note.label,
    claim: note.claim,
    stance: note.stance,
    judgement: note.judgement,
    to: to(`c${note.claimNumber}`),
    line: dots([note.verdict, note.who]),
    rationale: note.rationale,
    others: note.others.map(({ source, word, quotations }) => ({
      head: `${source}: ${word}`,
      words: quotations.length === 0 ? "" : `, ${quotations.map((one) => `“${one}”`).join(" ")}`,
    })),
  };
}
