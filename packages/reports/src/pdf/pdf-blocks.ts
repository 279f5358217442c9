import { languageTag } from "../html/safe-url.ts";
import type { AnnotatedCopy, CopyNote } from "../printed/annotated-copy.ts";
import { dots } from "../printed/print-claim.ts";
import type { PrintedBlock, PrintedClaim, PrintedJudgement, PrintedPassage, PrintedReport, PrintedTag } from "../printed/printed-report.ts";
import { pictureOf } from "./pdf-pictures.ts";
import { isRightToLeft, pictureWords } from "./pdf-words.ts";

/** The name of a place if the report has it: links lead nowhere else. */
export type Way = (anchor: string) => string | null;

/** Every place that the report has. */
export function wayIn({ blocks }: PrintedReport): Way {
  const anchors = new Set<string>();
  for (const block of blocks) {
    if (block.is === "claim") {
      anchors.add(block.claim.anchor);
      for (const judgement of block.claim.judgements) anchors.add(judgement.anchor);
    } else if (block.is === "sources") for (const source of block.sources) anchors.add(source.anchor);
    else if (block.is === "matrix") for (const row of block.matrix.rows) anchors.add(`m-${row.anchor}`);
  }
  anchors.delete("");
  return (anchor) => (anchors.has(anchor) ? anchor : null);
}

/** A block as the template reads it, but for a chart's pictures. `level` is that of a heading that it begins with. */
export function blockOf(block: PrintedBlock, level: number, number: number, to: Way): Record<string, unknown> {
  switch (block.is) {
    case "heading":
      return { ...block, level };
    case "claim":
      return { is: block.is, level, claim: claimOf(block.claim, to) };
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
          sources: block.matrix.sources.map(({ name }) => ({ name })),
          rows: block.matrix.rows.map((row) => ({
            ...row,
            name: block.matrix.isFirst ? `m-${row.anchor}` : "",
            to: to(row.anchor),
            cells: row.cells.map((cell) => ({ picture: pictureOf(cell), words: cell.words, to: cell.to && to(cell.to) })),
          })),
        },
      };
    case "chart": {
      const { title, description, sheets } = block.chart;
      return { is: block.is, chart: { title, description, told: sheets.map((sheet) => sheet.description) } };
    }
    case "sources":
      return { is: block.is, level, sources: block.sources.map((one) => ({ ...one, entries: one.entries.map(withGroups) })) };
    case "signs":
      return { is: block.is, signs: [...block.stances, ...block.verdicts] };
    case "annotated":
      return { is: block.is, copy: copyOf(block.copy, `note-${number}`, to) };
    default:
      return { ...block };
  }
}

export function groups(hash: string): string[] {
  return hash.match(/.{1,8}/gsu) ?? [];
}

export function withGroups<T extends { value: string; isHash: boolean }>(entry: T): T & { groups: string[] } {
  return { ...entry, groups: entry.isHash ? groups(entry.value) : [] };
}

/**
 * A chart's picture is markup already: what its words may hold was settled when it was drawn. They are set run by run
 * in the one typeface that has their characters.
 */
export function inFont(svg: string, sans: readonly string[], sansOf: (character: string) => string): string {
  const [first = ""] = sans;
  const set = pictureWords(svg).replace('font-family="Source Sans 3"', `font-family="${first}"`);
  return set.replace(/>([^<]*\P{ASCII}[^<]*)</gu, (_, words: string) => `>${runsOf(words, sansOf)}<`);
}

function runsOf(words: string, sansOf: (character: string) => string): string {
  const runs: { family: string; words: string }[] = [];
  for (const character of words) {
    const family = sansOf(character);
    const last = runs.at(-1);
    if (last?.family === family) last.words += character;
    else runs.push({ family, words: character });
  }
  return runs.map((run) => `<tspan font-family="${run.family}">${run.words}</tspan>`).join("");
}

function claimOf(claim: PrintedClaim, to: Way): unknown {
  const back = to(`m-${claim.anchor}`);
  return {
    ...claim,
    back,
    judgements: claim.judgements.map((judgement) => ({
      ...judgement,
      back,
      short: isShort(judgement),
      tag: judgement.tag === null ? null : tagOf(judgement.tag),
      others: judgement.others.map((other) => ({ ...other, tag: tagOf(other.tag) })),
    })),
  };
}

/** Some eight lines at most: better on the next page than on two. */
function isShort({ others, rulings, tag }: PrintedJudgement): boolean {
  if (others.length > 0 || rulings.length > 0) return false;
  const [passage, ...more] = tag?.passages ?? [];
  const words = `${passage?.before ?? ""}${passage?.exact ?? ""}${passage?.after ?? ""}${tag?.rationale ?? ""}`;
  return more.length === 0 && words.length < 500;
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

function copyOf(copy: AnnotatedCopy, name: string, to: Way): unknown {
  const notes = [...copy.notes, ...copy.unplaced];
  const marked = new Set<number>();
  // A note leads back to its first mark.
  const mark = (number: number): string => {
    if (marked.has(number)) return "";
    marked.add(number);
    return `${name}-${number}-mark`;
  };
  return {
    paragraphs: copy.paragraphs.map(({ heading, pieces }) => ({
      heading,
      ...setting(languageTag(copy.language), pieces.map(({ text }) => text).join("")),
      pieces: pieces.map((piece) => ({
        ...piece,
        notes: piece.notes.map((number, index) => ({
          to: `${name}-${number}`,
          here: mark(number),
          words: `${index === 0 ? "" : ", "}${number}`,
        })),
      })),
    })),
    notes: notes.map((note) => noteOf(note, name, marked.has(note.number), to)),
  };
}

function noteOf(note: CopyNote, name: string, isMarked: boolean, to: Way): unknown {
  return {
    id: `${name}-${note.number}`,
    back: isMarked ? `${name}-${note.number}-mark` : null,
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
