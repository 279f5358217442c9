import { isRightToLeft } from "../pdf/pdf-words.ts";
import type { AnnotatedCopy, CopyNote } from "../printed/annotated-copy.ts";
import type { DocxParts } from "./docx-parts.ts";
import { quoted, said, SERIF, sign, soft } from "./docx-text.ts";
import { paragraph } from "./wordml.ts";

/** The copy with its notes at the foot of each page, as Word has them: an editor reads on and looks down. */
export function annotatedParagraphs(copy: AnnotatedCopy, parts: DocxParts): string {
  const byNumber = new Map(copy.notes.map((note) => [note.number, note]));
  const text = copy.paragraphs.map(({ heading, pieces }) => {
    const bidirectional = isRightToLeft(pieces.map(({ text: words }) => words).join(""));
    const inside = pieces.map(({ text: words, stance, notes: numbers }) => {
      const look = { ...SERIF, bidirectional, ...(heading ? { bold: true } : {}) };
      const marked = { before: "", exact: words, after: "" };
      const shown = stance === null ? said(words, look) : quoted({ ...marked, stance }, bidirectional);
      const references = numbers.map((number) => {
        const note = byNumber.get(number);
        return note === undefined ? "" : parts.note(noteWords(note));
      });
      return shown + references.join("");
    });
    return paragraph({ style: "Copy", bidirectional }, inside.join(""));
  });
  if (copy.unplaced.length === 0) return text.join("");
  const heading = paragraph({ style: "Heading2", keepNext: true }, said("Claims without a place in the copy"));
  return text.join("") + heading + copy.unplaced.map((note) => paragraph({ style: "Aside" }, noteWords(note))).join("");
}

function noteWords(note: CopyNote): string {
  const others = note.others.map(({ source, word, quotations }) => {
    const quotes = quotations.map((one) => `“${one}”`).join(" ");
    return ` ${source}: ${word}${quotes === "" ? "" : `, ${quotes}`}.`;
  });
  return (
    sign(note.stance, `${note.judgement}. `) +
    said(`${note.label}. ${note.claim} `, { bold: true }) +
    soft(`${note.verdict}; ${note.who}. `) +
    (note.rationale === "" ? "" : said(note.rationale)) +
    others.map((words) => said(words)).join("")
  );
}
