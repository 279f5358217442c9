import { Bookmark, BorderStyle, FootnoteReferenceRun, HeadingLevel, Paragraph } from "docx";
import type { IParagraphOptions, ParagraphChild } from "docx";
import type { PrintedClaim, PrintedJudgement, PrintedPassage, PrintedTag } from "../printed/printed-report.ts";
import type { Footnotes } from "./docx-footnotes.ts";
import { going, quoted, said, sign, SOFT, soft, WAIT } from "./docx-text.ts";
import { isRightToLeft } from "../pdf/pdf-words.ts";

const RULE = { style: BorderStyle.SINGLE, size: 4, color: "D9D0BD", space: 5 };

type Heading = NonNullable<IParagraphOptions["heading"]>;

/** A claim as a heading with its verdict; each source's judgement under it, its evidence noted at the foot. */
export function claimParagraphs(claim: PrintedClaim, level: 2 | 3, notes: Footnotes, back: string | null): Paragraph[] {
  const { verdict, rating } = claim;
  const heading: Heading = level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3;
  const words = [...going(back, said(`${claim.label}. `, { color: SOFT })), ...said(claim.text)];
  const line: ParagraphChild[] = [
    ...(rating === null ? [] : [...said("Rating: ", { size: 18 }), ...said(`${rating.label}   `, { size: 18, bold: true })]),
    ...said(verdict.word, { size: 18, bold: true }),
    ...(verdict.open === "" ? [] : soft(`  ${verdict.open}`, { size: 18 })),
    ...(claim.about === "" ? [] : soft(`   ${claim.about}`, { size: 18 })),
  ];
  const justification = rating === null || rating.justification === "" ? "" : ` Rating: ${rating.justification}`;
  const reason = `${claim.reason}${claim.override === null ? "" : ` ${claim.override}`}${justification}`;
  return [
    new Paragraph({ heading, keepNext: true, children: anchored(claim.anchor, words) }),
    new Paragraph({ keepNext: true, spacing: { after: 40 }, children: line }),
    new Paragraph({ spacing: { after: 120 }, children: soft(reason) }),
    ...(claim.brief === null ? [] : [new Paragraph({ children: said(claim.brief) })]),
    ...claim.judgements.flatMap((judgement) => judgementParagraphs(judgement, notes)),
  ];
}

export function anchored(anchor: string, children: ParagraphChild[]): ParagraphChild[] {
  return anchor === "" ? children : [new Bookmark({ id: anchor, children })];
}

function judgementParagraphs(judgement: PrintedJudgement, notes: Footnotes): Paragraph[] {
  const { stance, word, flags, tag, rulings, told, others } = judgement;
  const from = `${judgement.source}${judgement.line === "" ? "" : ` · ${judgement.line}`}`;
  const head: ParagraphChild[] = [
    ...(stance === null ? said(word === "" ? "" : `${word}  `, { bold: true, color: SOFT, size: 18 }) : [sign(stance, `${word}  `)]),
    ...flags.flatMap((flag) => said(`${flag}  `, { color: WAIT, size: 17 })),
    ...said(judgement.source, { bold: true, size: 17 }),
    ...(judgement.line === "" ? [] : soft(` · ${judgement.line}`)),
  ];
  return [
    new Paragraph({
      style: "Judgement",
      keepNext: tag !== null,
      border: { top: RULE },
      children: anchored(judgement.anchor, head),
    }),
    ...(tag === null ? [] : tagParagraphs(tag, from, notes)),
    ...rulings.map((words) => new Paragraph({ style: "Aside", children: said(words) })),
    ...(told === null ? [] : [new Paragraph({ style: "Aside", children: said(told, { color: WAIT }) })]),
    ...others.flatMap((other) => [
      new Paragraph({ style: "Aside", keepNext: true, children: said(other.head) }),
      ...tagParagraphs(other.tag, `${judgement.source}, ${other.head}`, notes),
      ...(other.told === null ? [] : [new Paragraph({ style: "Aside", children: said(other.told, { color: WAIT }) })]),
    ]),
  ];
}

function tagParagraphs(tag: PrintedTag, from: string, notes: Footnotes): Paragraph[] {
  return [
    ...tag.passages.map((passage) => passageParagraph(passage, from, notes)),
    ...(tag.attestation === null ? [] : [new Paragraph({ style: "Evidence", children: said(tag.attestation) })]),
    ...(tag.rationale === null ? [] : [new Paragraph({ style: "Aside", children: said(tag.rationale) })]),
  ];
}

/** The words in their sentence; the note says where they stand, in which text, and who answers for the judgement. */
export function passageParagraph(passage: PrintedPassage, from: string, notes: Footnotes): Paragraph {
  const bidirectional = isRightToLeft(`${passage.before}${passage.exact}${passage.after}`);
  const id = notes.add([...said(`“${passage.exact}”, ${from}`), ...soft(passage.place === "" ? "" : ` · ${passage.place}`)]);
  return new Paragraph({
    style: "Evidence",
    bidirectional,
    children: [...quoted(passage), new FootnoteReferenceRun(id)],
  });
}
