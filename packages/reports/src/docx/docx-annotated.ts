import { FootnoteReferenceRun, HeadingLevel, Paragraph } from "docx";
import type { ParagraphChild } from "docx";
import type { AnnotatedCopy, CopyNote } from "../printed/annotated-copy.ts";
import { isRightToLeft } from "../pdf/pdf-words.ts";
import type { Footnotes } from "./docx-footnotes.ts";
import { quoted, said, SERIF, sign, soft } from "./docx-text.ts";

/** The copy with its notes at the foot of each page, as Word has them: an editor reads on and looks down. */
export function annotatedParagraphs(copy: AnnotatedCopy, notes: Footnotes): Paragraph[] {
  const byNumber = new Map(copy.notes.map((note) => [note.number, note]));
  const text = copy.paragraphs.map(({ heading, pieces }) => {
    const children = pieces.flatMap(({ text: words, stance, notes: numbers }): ParagraphChild[] => {
      const options = heading ? { ...SERIF, bold: true } : SERIF;
      const run =
        stance === null
          ? said(words, options)
          : quoted({ before: "", exact: words, after: "", stance, anchor: "", place: "", language: null });
      const references = numbers.flatMap((number) => {
        const note = byNumber.get(number);
        return note === undefined ? [] : [new FootnoteReferenceRun(notes.add(noteWords(note)))];
      });
      return [...run, ...references];
    });
    return new Paragraph({
      style: "Copy",
      bidirectional: isRightToLeft(pieces.map(({ text: words }) => words).join("")),
      children,
    });
  });
  if (copy.unplaced.length === 0) return text;
  return [
    ...text,
    new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: said("Claims without a place in the copy") }),
    ...copy.unplaced.map((note) => new Paragraph({ style: "Aside", children: noteWords(note) })),
  ];
}

function noteWords(note: CopyNote): ParagraphChild[] {
  const others = note.others.map(({ source, word, quotations }) => {
    const quotes = quotations.map((one) => `“${one}”`).join(" ");
    return ` ${source}: ${word}${quotes === "" ? "" : `, ${quotes}`}.`;
  });
  return [
    sign(note.stance, `${note.judgement}. `),
    ...said(`${note.label}. ${note.claim} `, { bold: true }),
    ...soft(`${note.verdict}; ${note.who}. `),
    ...(note.rationale === "" ? [] : said(note.rationale)),
    ...others.flatMap((words) => said(words)),
  ];
}
